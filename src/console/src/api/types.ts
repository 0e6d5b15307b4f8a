/** What the web API answers; times are ISO-8601 in UTC, money is integer cents, keys are strings. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Public {
  mode: Mode;
  weComLogin?: boolean;
  sampleUsers: { name: string; displayName: string; role?: Role }[];
}
export type Mode = 'sample' | 'live';
export type Role = 'DESIGNER' | 'MANAGER' | 'STAFF' | 'AUDITOR' | 'BOSS' | 'ADMIN' | 'FINANCE';
export interface Me {
  name: string;
  displayName: string;
  roles: Role[];
  mode: Mode;
  zone: string;
  mustChangePassword?: boolean;
}

export interface ClockState {
  now: string;
  offsetSeconds: number;
  moving: boolean;
  target?: string | null;
}

export interface Overview {
  clock: ClockState;
  customers: { total: number; byStage: Record<string, number> };
  journeys: { processId: string; name: string; version: number; active: number; completed: number; terminated: number; incidents: number }[];
  touches: Touches;
  refusals: { rule: string; count: number }[];
  inbox: { waiting: number; failed: number; done: number; lastReceivedAt: string | null };
  orders: { count: number; paidCents: number; refunds: number; refundedCents: number; netCents: number };
}
export interface Touches {
  asked: number;
  made: number;
  queued: number;
  refused: number;
  declined: number;
  failed: number;
  unknown: number;
  pending: number;
}

export interface Journey {
  processId: string;
  name: string;
  latestVersion: number;
  versions: { version: number; definitionKey: string; deployedAt: string }[];
  active: number;
  completed: number;
  terminated: number;
  incidents: number;
}
export interface Diagram {
  processId: string;
  version: number;
  definitionKey: string;
  xml: string;
}
export interface ElementCount {
  elementId: string;
  active: number;
  completed: number;
  terminated: number;
  incidents: number;
}
export interface InstanceRow {
  key: string;
  processId: string;
  version: number;
  customerId: string | null;
  customerName: string | null;
  state: string;
  startedAt: string;
  endedAt: string | null;
  incidents: number;
  at: string[];
}
export interface Instance {
  key: string;
  processId: string;
  journeyName: string;
  version: number;
  definitionKey: string;
  customerId: string | null;
  customerName: string | null;
  state: string;
  startedAt: string;
  endedAt: string | null;
  elements: { key: string; elementId: string; type: string; state: string; startedAt: string; endedAt: string | null }[];
  flows: string[];
  variables: { name: string; value: unknown; updatedAt: string }[];
  waits: Wait[];
  incidents: Incident[];
  touches: Touch[];
}
export interface Wait {
  elementId: string;
  kind: 'TIMER' | 'MESSAGE' | 'JOB' | 'USER_TASK';
  until: string | null;
  messageName: string | null;
  jobType: string | null;
  retries: number | null;
}
export interface Incident {
  key: string;
  elementId: string;
  errorType: string;
  message: string;
  jobKey: string | null;
  createdAt: string;
  resolvedAt: string | null;
}
export interface Touch {
  id: string;
  step: string;
  medium: string;
  state: string;
  /** what happened and why, as a sentence in the reader's language */
  text?: string;
  rule: string | null;
  reason: string | null;
  notBefore: string | null;
  at: string;
}
export interface TouchRow extends Touch {
  customerId: string;
  customerName: string | null;
  journey: string;
  content?: string | null;
}

export interface CustomerRow {
  id: string;
  name: string;
  stage: string;
  channel: string | null;
  netCents: number;
  orders: number;
  lastEventAt: string | null;
}
export interface Customer {
  id: string;
  name: string;
  externalUserId: string | null;
  unionId: string | null;
  stage: string;
  channel: string | null;
  zone: string;
  consent: boolean;
  tags: string[];
  staff: { userId: string; since: string; until: string | null }[];
  orders: { count: number; paidCents: number; refundedCents: number; netCents: number };
  addedAt: string | null;
}
export interface CustomerMerge {
  id: string;
  gone: string;
  kept: string;
  why: string;
  actor: string | null;
  at: string;
  separatedAt: string | null;
  separatedBy: string | null;
  separatedWhy: string | null;
  separable: boolean;
}
export interface Identities {
  identities: { kind: string; value: string; origin: string; learntAt: string }[];
  merges: CustomerMerge[];
  suggestions: { id: string; customerId: string; name: string; why: string; at: string }[];
}
export interface MallStanding {
  source: string;
  agreedUntil: string | null;
  nextAt: string | null;
  missingEver: number;
  runs: { reason: string; from: string; until: string; startedAt: string; endedAt: string | null; listed: number; missing: number; note: string | null }[];
}
export type TimelineKind = 'EVENT' | 'TOUCH' | 'ORDER' | 'REFUND' | 'STAGE' | 'JOURNEY';
export interface TimelineItem {
  at: string;
  kind: TimelineKind;
  code: string;
  text: string;
  state: string | null;
  amountCents: number | null;
  ref: string | null;
  details: { key?: unknown } | null;
}

export interface InboxRow {
  id: string;
  source: string;
  type: string;
  subject: string | null;
  state: string;
  attempts: number;
  note: string | null;
  receivedAt: string;
}

export interface Health {
  engine: {
    state: string;
    brokerVersion: string | null;
    partitions: { id: number; role: string; health: string; exportedUntil?: string | null }[];
    inFlight: number;
    rejectionsPerMinute: number;
    quarantined?: number;
  };
  connectors: { name: string; state: string; lastSuccessAt: string | null; lastErrorAt: string | null; lastError: string | null }[];
  database: { state: string; sizeBytes: number | null };
  inbox: { waiting: number; oldestSeconds: number | null };
  outbox: { waiting?: number; oldestSeconds?: number | null };
  disk: { freeBytes: number };
  books?: { broken: string[]; checkedAt: string | null };
}

export interface Replay {
  state: 'IDLE' | 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED';
  from: string | null;
  to: string | null;
  virtualNow: string | null;
  sent: number;
  total: number;
  customers: number;
  orders: number;
  refunds: number;
  paidCents: number;
  refundedCents: number;
  startedAt: string | null;
  errors: { file: string; line: number; reason: string }[];
}

export interface Finding {
  elementId: string | null;
  rule: string;
  severity: 'ERROR' | 'WARNING' | string;
  message: string;
  messageEn?: string;
  /** For contacts too close together: the days that are looked at. */
  withinDays?: number | null;
}
export interface LintRule {
  id: string;
  name: string;
  nameEn: string;
  why: string;
  whyEn: string;
  mendable: boolean;
}

export interface WhyJourney {
  journey: string;
  name: string;
  visited: boolean;
  steps: { step: string; name: string; content: string }[];
}
export interface Why {
  verdict: string;
  sentence: string;
  rule: string | null;
  until: string | null;
}
