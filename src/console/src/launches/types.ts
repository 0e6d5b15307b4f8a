import type { Summary } from '@/rehearsals/types';

export type Audience = 'ALL' | 'PERCENT' | 'TAG';
export type LaunchState = 'ASKED' | 'APPROVED' | 'PLACING' | 'CANARY' | 'WIDENING' | 'STOPPING' | 'ALL' | 'STOPPED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED';

export interface Launch {
  id: number;
  processId: string;
  state: LaunchState;
  comment: string;
  audience: Audience;
  percent: number;
  tag: string | null;
  thenAll: boolean;
  startsAt: string | null;
  quietDays: string[];
  fingerprint: string;
  people: number;
  askedBy: string;
  askedAt: string;
  approvalId: string | null;
  version: number | null;
  baseVersion: number | null;
  canarySince: string | null;
  lookedAt: string | null;
  endedAt: string | null;
}
export interface Measure {
  name: 'orders' | 'leaves' | 'refusals';
  canary: number;
  canaryOf: number;
  control: number;
  controlOf: number;
  evidence: number;
  threshold: number;
}
export interface Figures {
  canaryEntered: number;
  controlEntered: number;
  compared: number;
  needed: number;
  enough: boolean;
  measures: Measure[];
}
export interface LaunchWhole {
  launch: Launch;
  xml: string;
  events: { at: string; what: string; actor: string; text: string }[];
  figures: Figures;
  rehearsal: Rehearsed | null;
}
/** The latest rehearsal of exactly a drawing. */
export interface Rehearsed extends Summary {
  id: number;
  label: string;
  endedAt: string;
}

/** What the modeler hands over to the form; kept for this tab only. */
const HANDED = 'siyu.launch.xml';
export const handOver = (xml: string) => sessionStorage.setItem(HANDED, xml);
export const handedOver = () => sessionStorage.getItem(HANDED);
export const handedIn = () => sessionStorage.removeItem(HANDED);
