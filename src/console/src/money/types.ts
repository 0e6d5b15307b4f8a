export type Turn = 'ANY' | 'FIRST' | 'REPEAT';
export const FACTS = ['MALL', 'SHOP', 'CHANNEL', 'SCENE', 'SHARER', 'LIVE', 'COUNTRY', 'ADDED_VIA', 'STAFF', 'OWNER'] as const;
export type Fact = (typeof FACTS)[number];
export interface When {
  turn: Turn;
  facts: Partial<Record<Fact, string[]>>;
}
export interface Share {
  department: string;
  /** Basis points: 10000 is the whole. */
  bp: number;
}
export interface OwnerRule {
  name: string;
  when: When;
  department: string;
}
export interface SplitRule {
  name: string;
  when: When;
  shares: Share[];
}
export interface Terms {
  title: string;
  scope: string;
  protectionDays: number;
  windowDays: number;
  afterSaleDays: number;
  lostRefunds: 'OWNER' | 'NOBODY';
  from: string;
  to: string | null;
  signers: string[];
  owners: OwnerRule[];
  rules: SplitRule[];
}
export interface Agreement {
  id: string;
  replaces: string | null;
  version: number;
  state: 'DRAFT' | 'ASKED' | 'IN_FORCE' | 'ENDED' | 'REJECTED';
  terms: Terms;
  hash: string;
  from: string;
  until: string | null;
  draftedBy: string;
  draftedAt: string;
  askedBy: string | null;
  askedAt: string | null;
  requestId: string | null;
  decidedAt: string | null;
  decidedBy: string[];
  note: string | null;
}
export interface WhatIf {
  orders: number;
  changed: number;
  truncated: boolean;
  lines: { month: string; department: string; paidCents: number; wouldCents: number }[];
  rules: { rule: string; orders: number; netCents: number }[];
}

export interface OrderMoney {
  source: string;
  orderId: string;
  customerId: string;
  customerName: string | null;
  paidAt: string;
  amountCents: number;
  refundedCents: number;
  state: 'PROVISIONAL' | 'FINAL';
  approval: 'NONE' | 'ASKED' | 'APPROVED' | 'REJECTED';
  finalAfter: string;
  finalMonth: string | null;
  agreementId: string | null;
  decision: number;
  rule: string;
  reason: string;
  owner: string | null;
  shares: (Share & { cents: number | null })[];
}
export interface Evidence {
  first?: boolean;
  facts?: Partial<Record<Fact, string>>;
  relations?: { staff: string; channel: string | null; since: string; until: string | null }[];
  paidBefore?: string[];
  touchedAt?: string | null;
  [key: string]: unknown;
}
export interface Decision {
  number: number;
  cause: string;
  agreementId: string | null;
  owner: string | null;
  rule: string;
  reason: string;
  actor: string;
  decidedAt: string;
  hash: string;
  evidence: Evidence;
  shares: Share[];
}
export interface Journal {
  id: number;
  kind: string;
  month: string;
  note: string;
  actor: string;
  postedAt: string;
  entries: { account: string; department: string; cents: number; refundId: string | null }[];
}
export interface OrderDetail {
  order: OrderMoney;
  decisions: Decision[];
  journals: Journal[];
  conflicts: { known: string; reported: string; at: string }[];
}

export interface Balance {
  month: string;
  department: string;
  provisionalCents: number;
  finalCents: number;
  clawedBackCents: number;
  closed: boolean;
}
export interface Entry {
  id: number;
  journalId: number;
  kind: string;
  month: string;
  account: string;
  department: string;
  cents: number;
  source: string;
  orderId: string | null;
  refundId: string | null;
  note: string;
  actor: string;
  postedAt: string;
}
export interface Check {
  name: string;
  ok: boolean;
  details: string;
  checkedAt: string;
  tookMs: number;
}
export interface Settlement {
  month: string;
  state: 'RUNNING' | 'STOPPED' | 'DONE' | 'ASKED' | 'CLOSED';
  total: number;
  done: number;
  startedBy: string;
  startedAt: string;
  changedBy: string;
  changedAt: string;
  requestId: string | null;
  note: string | null;
}
export interface Statement {
  month: string;
  department: string;
  finalCents: number;
  clawedBackCents: number;
  totalCents: number;
  lines: number;
  hash: string | null;
  state: Settlement['state'] | null;
}
export interface Correction {
  id: string;
  source: string;
  orderId: string;
  state: 'ASKED' | 'DONE' | 'REJECTED';
  shares: Share[];
  reason: string;
  askedBy: string;
  askedAt: string;
  requestId: string | null;
  decidedAt: string | null;
  decidedBy: string[];
  note: string | null;
}
