export interface Choice { key: string; name: string; count: number }
export interface Choices { pieces: Choice[]; accounts: Choice[]; tags: Choice[] }
export interface Preview { text: string; customers: number; atCap: number; moved: string | null }
export interface MomentView {
  id: number; content: string; version: number | null; said: string | null; tags: string[]; publishAt: string; state: string;
  rule: string | null; note: string | null; plannedBy: string; openedAt: string | null; lookedUpAt: string | null; endedAt: string | null;
  reminders: number; leadToldAt: string | null; asked: number; leftOut: number; published: number; viewers: number; likes: number; comments: number;
}
export interface Sender { staffUserId: string; state: string; reason: string | null; publishedAt: string | null; viewers: number; likes: number; comments: number }
export interface MomentEvent { at: string; what: string; who: string | null; note: string | null }
export interface Detail { view: MomentView; senders: Sender[]; events: MomentEvent[] }

export const mayCancel = (one: MomentView) => ['PLANNED', 'OPEN', 'UNKNOWN'].includes(one.state);

/** The local time of a date field ("2026-12-05T10:00") in the shop's zone as an instant. */
export function instantIn(zone: string, local: string): string {
  const utc = Date.parse(`${local}:00Z`);
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(new Date(utc));
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? '00';
  const shown = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  return new Date(utc - (shown - utc)).toISOString();
}
