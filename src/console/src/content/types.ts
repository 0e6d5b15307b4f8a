import type { Attachment } from './media';

export type Kind = 'MESSAGE' | 'WELCOME' | 'PAGE' | 'LINK' | 'MOMENTS' | 'COMMUNITY' | 'ARTICLE' | 'MEDIA';
export type State = 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'RETIRED';
export const KINDS: Kind[] = ['MESSAGE', 'WELCOME', 'PAGE', 'LINK', 'MOMENTS', 'COMMUNITY', 'ARTICLE', 'MEDIA'];
export const STATES: State[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED'];
/** Published by people; the others are sent by journeys. */
export const BY_PEOPLE: Kind[] = ['PAGE', 'LINK', 'MOMENTS', 'COMMUNITY', 'ARTICLE', 'MEDIA'];

export interface Entry {
  key: string;
  kind: Kind;
  product: string | null;
  title: string;
  version: number;
  state: State;
  approvedVersion: number | null;
  changedAt: string | null;
  changedBy: string;
  reminded: boolean;
}
export interface Finding {
  rule: string;
  message: string;
  messageEn: string;
}
export interface Kit {
  product: string;
  name: string;
  missing: Finding[];
}
export interface Placeholder {
  code: string;
  type: string;
  meaning: string;
  meaningEn: string;
  kinds: Kind[];
}
export interface Limits {
  messageBytes: number;
  momentsCharacters: number;
  articleCharacters: number;
  attachments: number;
}
export interface Contents {
  pieces: Entry[];
  kits: Kit[];
  placeholders: Placeholder[];
  limits: Limits;
}
export interface Figures {
  collectedAt: string;
  days: number;
  made: number;
  waiting: number;
  refused: number;
  customers: number;
  replied: number;
  buyers: number;
  orders: number;
  netCents: number;
}
export interface Version {
  attachments: Attachment[];
  version: number;
  revision: number;
  state: State;
  kind: Kind;
  product: string | null;
  title: string;
  text: string;
  authors: string[];
  changedAt: string | null;
  changedBy: string;
  publishedAt: string | null;
  figures: Figures | null;
}
export interface Decision {
  version: number;
  action: string;
  actor: string;
  at: string;
  reason: string | null;
}
export interface Piece {
  key: string;
  versions: Version[];
  decisions: Decision[];
}
export interface Preview {
  text: string;
  empty: string[];
  findings: Finding[];
}
