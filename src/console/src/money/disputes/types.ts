import type { Share } from '../types';

export type DisputeState = 'OPEN' | 'DECIDING' | 'UPHELD' | 'REJECTED' | 'WITHDRAWN' | 'EXPIRED';
export const ABOUT = ['SHARES', 'RULE', 'OWNER'] as const;
export type Stance = 'AGREES' | 'OBJECTS';
export interface Party {
  department: string;
  stance: Stance | null;
  answeredAt: string | null;
}
export interface Dispute {
  id: string;
  source: string;
  orderId: string;
  department: string;
  about: (typeof ABOUT)[number];
  state: DisputeState;
  amountCents: number;
  contested: Share[];
  wanted: Share[];
  reason: string;
  openedBy: string;
  openedAt: string;
  answerBy: string;
  parties: Party[];
  requestId: string | null;
  decidedAt: string | null;
  decidedBy: string[];
  note: string | null;
  correctionId: string | null;
}
export interface DisputeStep {
  act: string;
  department: string | null;
  person: string;
  text: string;
  stance: Stance | null;
  evidence: { lines: string[]; links: string[] };
  at: string;
}
export interface DisputeList {
  items: Dispute[];
  /** Department of the reader who acts for one; null for boss, finance and audit. */
  own: string | null;
}
export interface DisputePageData {
  dispute: Dispute;
  steps: DisputeStep[];
  own: string | null;
}

export const isOpen = (one: Dispute) => one.state === 'OPEN' || one.state === 'DECIDING';
export const mustAnswer = (one: Dispute, own: string | null) =>
  one.state === 'OPEN' && one.parties.some(party => party.department === own && party.stance === null);

/** Links from what people type, one a line; null when one is no web address. */
export function links(text: string): string[] | null {
  const all = text.split(/\s+/).filter(Boolean);
  return all.every(one => /^https?:\/\/[^\s/]+/.test(one)) ? all : null;
}
