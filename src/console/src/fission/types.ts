export interface Level { helpers: number; template: string; cents: number; validDays: number }
export interface CampaignView {
  id: number; name: string; state: string; startsAt: string; endsAt: string; watchDays: number; budgetCents: number; spentCents: number;
  invited: number; posted: number; helpers: number; valid: number; suspect: number; invalid: number; rewards: number; takenBack: number;
  costCents: number | null; stopReason: string | null;
}
export interface Inviter { id: number; customerId: string; name: string; staffUserId: string; state: string; valid: number; helpers: number; rewards: number; cents: number; note: string | null }
export interface Suspect { id: number; customerId: string; name: string; inviterId: number; inviterName: string; reason: string; facts: string | null; helpedAt: string }
export interface CampaignDetail { view: CampaignView; levels: Level[]; inviters: Inviter[]; suspects: Suspect[] }
