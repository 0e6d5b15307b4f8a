export const KINDS = ['ATTRIBUTION', 'AGREEMENT', 'SETTLEMENT', 'CORRECTION', 'DISPUTE', 'LAUNCH', 'PRODUCT', 'SELECTION', 'READINESS'] as const;
export type Kind = (typeof KINDS)[number];
export const BOXES = ['MINE', 'TEAM', 'ASKED', 'DONE'] as const;
export type Box = (typeof BOXES)[number];
export type Answer = 'APPROVE' | 'REJECT' | 'ASK_BACK' | 'ANSWER';

export interface Item {
  id: string;
  kind: Kind;
  titleZh: string;
  titleEn: string;
  requestedBy: string;
  amountCents: number | null;
  askedAt: string;
  ending: string | null;
  waitsFor: string[];
  deadline: string | null;
  mine: boolean;
}

export interface Todo {
  key: string;
  group: string;
  answer: boolean;
  inPlaceOf: string | null;
  claimedBy: string | null;
  form: string | null;
}

export interface Said {
  level: number;
  group: string;
  answer: Answer;
  person: string;
  inPlaceOf: string | null;
  comment: string;
  channel: 'CONSOLE' | 'CARD';
  at: string;
  state: 'STORED' | 'EFFECTIVE' | 'TOO_LATE';
}

export interface Level {
  number: number;
  groups: string[];
  signed: string[];
  needed: boolean;
  openedAt: string | null;
  deadline: string | null;
  endedAt: string | null;
}

export interface Approval {
  id: string;
  request: {
    kind: Kind;
    subject: string;
    titleZh: string;
    titleEn: string;
    facts: { labelZh: string; labelEn: string; value: string }[];
    content: string;
    requestedBy: string;
    departments: string[];
    amountCents: number | null;
    audience: number | null;
    link: string | null;
  };
  hash: string;
  askedAt: string;
  ending: string | null;
  endedAt: string | null;
  reason: string;
  limitsReason: string;
  levels: Level[];
  said: Said[];
  notes: { person: string; text: string; at: string }[];
  refusals: { person: string; rule: string; detail: string; at: string }[];
  todo: Todo[];
}

export interface Attached {
  id: number;
  name: string;
  mime: string;
  bytes: number;
  sha256: string;
  person: string;
  at: string;
}

export interface Deputy {
  id: number;
  person: string;
  deputy: string;
  kind: Kind | null;
  from: string;
  until: string;
  createdBy: string;
  endedAt: string | null;
}

export interface Limits {
  version: number;
  xml: string;
  versions: { version: number; source: string; actor: string; comment: string | null; at: string }[];
}
