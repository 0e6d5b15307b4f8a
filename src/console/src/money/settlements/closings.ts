export interface Confirmation {
  department: string;
  answer: 'CONFIRMED' | 'CONTESTED' | 'SILENT' | null;
  person: string | null;
  note: string;
  at: string | null;
  /** Of the statement as it is now. */
  hash: string | null;
  changed: boolean;
}
export interface Closing {
  month: string;
  state: 'CHECKING' | 'SETTLING' | 'CONFIRMING' | 'DECIDING' | 'CLOSED' | 'CALLED_OFF';
  round: number;
  openedBy: string;
  openedAt: string;
  confirmBy: string | null;
  note: string;
  open: { waiting: number; rejected: number; contested: number; unbooked: number; brokenChecks: string[] } | null;
  confirmations: Confirmation[];
}
export interface ClosingList {
  items: Closing[];
  own: string | null;
}
export const STEPS = ['CHECKING', 'SETTLING', 'CONFIRMING', 'DECIDING', 'CLOSED'] as const;
export const underWay = (one: Closing | undefined) => one !== undefined && one.state !== 'CLOSED' && one.state !== 'CALLED_OFF';
