export interface RoundLine {
  id: number;
  name: string;
  state: string;
  effectiveOn: string;
  candidates: number;
}
export interface Sales {
  sku: string;
  title: string | null;
  buyers: number;
  buyersBp: number;
  toStarBp: number | null;
  againBp: number;
  months: number;
  units: number;
  netCents: number;
}
export interface Result {
  firstOrders: number;
  buyers: number;
  units: number;
  toStarBp: number | null;
  netCents: number;
  earnedCents: number;
  verdict: string | null;
}
export interface Candidate {
  sku: string;
  name: string;
  kind: string;
  rank: number;
  priceCents: number;
  marginCents: number;
  starSku: string | null;
  publicPriceCents: number | null;
  stockUnits: number | null;
  result: Result | null;
}
export interface CandidateLine {
  candidate: Candidate;
  checks: { name: string; passed: boolean; reason: string }[];
}
export interface Round {
  id: number;
  name: string;
  state: string;
  revision: number;
  effectiveOn: string;
  reviewWeeks: number;
  openedBy: string;
  openedAt: string;
  decision: string | null;
  deciders: string[];
  decisionReason: string;
  appliedAt: string | null;
  countedAt: string | null;
  reminded: boolean;
}
export const share = (basisPoints: number | null) => (basisPoints === null ? '–' : `${(basisPoints / 100).toFixed(1)}%`);
export const OPEN = ['CHOOSING', 'SUBMITTED', 'ASKED'];
