export interface Figures {
  days: number;
  orders: number;
  buyers: number;
  frequency: number | null;
  marginBp: number | null;
  marginBy: string;
  estimated: boolean;
}
export interface Answer {
  score: number;
  evidence: string;
  by: string;
  at: string;
}
export interface Gap {
  id: number;
  section: string;
  title: string;
  owner: string;
  due: string;
  task: number | null;
  taskState: string | null;
}
export interface Conclusion {
  quadrant: string;
  scores: { bySection: Record<string, number> };
  verdict: string;
  reason: string;
  at: string;
}
export interface Sheet {
  version: number;
  programme: string;
  state: string;
  revision: number;
  openedBy: string;
  openedAt: string;
  owners: Record<string, string>;
  estimate: { frequency: number | null; marginBp: number | null; source: string };
  answers: Record<string, Answer>;
  gaps: Gap[];
  figures: Figures;
  conclusion: Conclusion | null;
  decision: { ending: string; deciders: string[]; reason: string; at: string } | null;
}
export interface Gates {
  stage: string;
  customers: number;
  buyers: number;
  conversionBp: number;
  next: { customers: number; conversionBp: number };
  seedUsersMost: number;
  pools: { channel: string; customers: number; buyers: number }[];
}
export interface Part {
  section: string;
  resource: boolean;
  name: string;
}
export interface Asked {
  id: string;
  section: string;
  text: string;
}
export interface Overview {
  versions: { version: number; programme: string; state: string; openedBy: string; at: string }[];
  gates: Gates;
  limits: { frequency: number; marginBp: number; historyDays: number; weak: number };
  table: string;
  sections: Part[];
  questions: Asked[];
}
export const QUADRANTS = ['HIGH_FREQUENCY_LOW_MARGIN', 'HIGH_HIGH', 'LOW_LOW', 'LOW_FREQUENCY_HIGH_MARGIN'] as const;

export const hundredths = (value: number | null) => (value === null ? '–' : (value / 100).toFixed(2));
export const percent = (basisPoints: number | null) => (basisPoints === null ? '–' : `${(basisPoints / 100).toFixed(1)}%`);
/** Hundredths or basis points of what a person types; null when it is no number. */
export const typed = (text: string) => (/^-?\d{1,4}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim()) * 100) : null);
/** The score of a section in percent of the best, as the server counts it. */
export const score = (questions: Asked[], answers: Record<string, { score: number }>) =>
  questions.length ? Math.round((100 * questions.reduce((sum, one) => sum + (answers[one.id]?.score ?? 0), 0)) / (4 * questions.length)) : 0;
