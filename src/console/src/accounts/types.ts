export interface HealthReason { rule: string; level: string; figure: number; limit: number }
export interface AccountRow {
  userId: string; name: string; openedOn: string; status: string; reason: string; since: string; restUntil: string | null;
  weight: number; from: string; until: string; dailyCapacity: number; zone: string | null;
  ageDays: number; addsToday: number; limitToday: number; addsInWeek: number; lostInWeek: number; complaintsInWeek: number;
  health: { level: string; reasons: HealthReason[] };
}
export interface Numbers { total: number; planned: number; waiting: number; takenOver: number; refused: number; receiverOut: number; failed: number }
export interface HandOver {
  id: string; fromUserId: string; receivers: string[]; resigned: boolean; state: string; reason: string;
  startedBy: string; startedAt: string; endedAt: string | null; note: string | null; numbers: Numbers; forPeople: number;
}
export interface Leftover { customerId: string; customerName: string; state: string; toUserId: string | null; code: string | null; changedAt: string }

export const serves = (account: AccountRow) => account.status === 'ACTIVE' || account.status === 'WARMING';
