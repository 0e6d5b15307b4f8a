export interface People {
  approveAfter: string;
  approvePercent: number;
  workAfter: string;
  workPercent: number;
  confirmAfter: string;
}
export interface Behaviour {
  customers: number;
  addDays: number;
  buyPercentByDay: number[];
  againPercentByMonth: number;
  refundPercent: number;
  averageCents: number;
}
export type Source = 'SAMPLE' | 'UPLOAD' | 'OWN' | 'ONE' | 'MADE_UP';
export interface Scenario {
  source: Source;
  from: string;
  to: string;
  firstBoughtUntil: string | null;
  customers: number | null;
  seed: number;
  replyPercent: number;
  startsOn: string;
  grainMinutes: number;
  people: People;
  behaviour: Behaviour | null;
  /** The one contact that is tried, with the source ONE. */
  customer?: string;
}
export interface Summary {
  touchesHash: string;
  customers: number;
  touches: number;
  refused: number;
  orders: number;
  paidCents: number;
  refundedCents: number;
  coverage: number;
  neverTaken: number;
  deadEnds: number;
  incidents: number;
  overCaps: number;
}
export type RehearsalState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'INTERRUPTED';
export interface Rehearsal {
  id: number;
  processId: string;
  drawingHash: string;
  label: string;
  pair: number | null;
  scenario: Scenario;
  scenarioHash: string;
  state: RehearsalState;
  askedBy: string;
  askedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  phase: string | null;
  playedAt: string | null;
  percent: number;
  reason: string | null;
  summary: Summary | null;
}
/** It waits or runs. */
export const isOpen = (one: Rehearsal) => one.state === 'QUEUED' || one.state === 'RUNNING';
export interface DayRow { day: string; medium: string; made: number; refused: number }
export interface StepRow { journey: string; step: string; medium: string; made: number; refused: number; orders: number; paidCents: number }
export interface ElementRow { id: string; entered: number; completed: number; active: number; terminated: number; longestHours: number | null; averageHours: number | null }
export interface StaffRow { day: string; staff: string; confirmed?: number; told?: number; tasks?: number }
export interface Report {
  summary: Summary & { seconds: number; refunds: number; unclear: number; outsideTouches: number };
  touchesByDay: DayRow[];
  refusals: { journey: string; step: string; rule: string; count: number }[];
  caps: { rule: string; allowed: number; most: number; over: number }[];
  funnel: { added: number; welcomed: number; replied: number; bought: number; boughtAgain: number; refunded: number };
  steps: StepRow[];
  paths: {
    flows: { id: string; runs: number; times: number }[];
    neverTaken: string[];
    coverage: number;
    elements: ElementRow[];
    deadEnds: { id: string; runs: number; stuck: boolean }[];
  };
  journeys: { journey: string; runs: number; completed: number; active: number; terminated: number }[];
  staff: StaffRow[];
  approvals: { kind: string; state: string; count: number }[];
  cost: { journey: string; commands: number; touches: number }[];
}
export interface Guest { customer: string; touches: number; refused: number; orders: number; paidCents: number }
export interface StoryEvent { at: string; kind: string; what: string | null; step: string | null; state: string | null; why: string | null; cents: number | null }
export interface Story { touches: number; refused: number; orders: number; paidCents: number; events: StoryEvent[] }
export interface Comparison {
  one: Rehearsal;
  other: Rehearsal;
  customers: number;
  differing: number;
  first: { customer: string; one: Guest | null; other: Guest | null }[];
}
