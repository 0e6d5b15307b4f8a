export const END = '!end';

export interface Place {
  elementId: string;
  name: string;
  type: string;
  runs: number;
  target: string | null;
  impossible: string | null;
}
export interface Target {
  elementId: string;
  name: string;
  type: string;
}
export interface Preview {
  places: Place[];
  targets: Target[];
}
export interface Progress {
  todo: number;
  underway: number;
  moved: number;
  ended: number;
  over: number;
  left: number;
}
export interface MoveRun {
  id: number;
  kind: 'MOVE' | 'END';
  processId: string;
  fromVersion: number | null;
  toVersion: number | null;
  mapping: Record<string, string>;
  reason: string;
  state: 'RUNNING' | 'HELD' | 'DONE';
  askedBy: string;
  askedAt: string;
  endedAt: string | null;
  progress: Progress;
}
export interface MoveWhole {
  run: MoveRun;
  left: { instanceKey: string; customerId: string | null; at: string[]; why: string }[];
}
/** The other run of a customer who was moved. */
export interface MoveLink {
  before: string | null;
  after: string | null;
}
