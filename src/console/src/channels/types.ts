export interface Slice { begins: string; content: string }
export interface Draft { name: string; hook: string; welcome: string; slices: Slice[]; team: string[] }
export interface LiveCode {
  status: string; configId: string | null; qrCode: string | null; staff: string[];
  note: string | null; pushedAt: string | null; pushNote: string | null;
}
export interface Place { userId: string; name: string; behind: boolean; why: string; addsToday: number; limit: number }
export interface Channel {
  code: string; draft: Draft; retiredAt: string | null; liveCode: LiveCode; places: Place[]; addsToday: number; alerts: string[];
}
export const HOOKS = ['COUPON', 'KNOWLEDGE', 'GIFT', 'NONE'];
