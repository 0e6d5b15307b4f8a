/** One deployment of a drawing. */
export interface DrawingVersion {
  version: number;
  source: 'SHIPPED' | 'CONSOLE';
  actor: string;
  comment: string | null;
  at: string;
}
/** A journey that rests. */
export interface Pause {
  processId: string;
  since: string;
  by: string;
  reason: string;
}
