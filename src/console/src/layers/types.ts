export type Layer = 'CORE' | 'INFLUENCE' | 'OUTER';

export interface LayerFacts {
  netYearCents: number;
  netEverCents: number;
  ordersYear: number;
  activeMonths: number;
  silentMonths: number;
}

export interface LayerSummary {
  distribution: { layer: Layer; customers: number; netYearCents: number }[];
  neverBought: number;
  months: { month: string; from: Layer; to: Layer; customers: number }[];
  groups: { staffUserId: string; customers: number; places: number; taken: number }[];
  operators: { userId: string; zones: string[]; members: number; invited: number; most: number }[];
  nextRoundAt: string | null;
}

export interface LayerMove {
  id: number;
  customerId: string;
  customerName: string;
  from: Layer;
  to: Layer;
  cause: string;
  reason: string;
  facts: LayerFacts;
  rulesVersion: number;
  at: string;
}

export interface CircleMember {
  customerId: string;
  customerName: string;
  state: 'INVITED' | 'MEMBER' | 'OUT';
  why: string;
  layer: Layer;
  staffUserId: string;
  operator: string | null;
  invitedAt: string | null;
  joinedAt: string | null;
  leftAt: string | null;
  warnedAt: string | null;
  inviteAfter: string | null;
  note: string | null;
  actor: string | null;
  facts: LayerFacts;
}

export interface CircleWaiting {
  customerId: string;
  customerName: string;
  staffUserId: string | null;
  consent: boolean;
  since: string;
  inviteAfter: string | null;
  facts: LayerFacts;
}

export interface LayerRules {
  version: number;
  xml: string;
  versions: { version: number; source: string; actor: string; comment: string | null; at: string }[];
}

export interface CustomerLayer {
  layer: Layer;
  reason: string | null;
  since: string | null;
  facts: LayerFacts | null;
  rulesVersion: number | null;
  membership: { state: string; why: string; operator: string | null; changedAt: string; warnedAt: string | null; inviteAfter: string | null } | null;
  moves: LayerMove[];
}
