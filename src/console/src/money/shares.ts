import type { Share } from './types';

export const WHOLE = 10_000;
/** Stands for the owner's department in split rules. */
export const OWNER = '@owner';
/** Whose money is nobody's yet. */
export const NOBODY = '待定';

/** "33.33%" from basis points. */
export function percent(bp: number): string {
  return `${(bp / 100).toFixed(2).replace(/\.?0+$/, '')}%`;
}

/** Basis points from what people type; NaN when it is no percentage with at most two digits after the point. */
export function basisPoints(text: string): number {
  const clean = text.trim().replace(/[%％]$/, '').replace('。', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : Number.NaN;
}

export function sum(shares: Share[]): number {
  return shares.reduce((total, one) => total + (Number.isFinite(one.bp) ? one.bp : 0), 0);
}

/** What is wrong with shares: a key of the words, or null. */
export function shareProblem(shares: Share[]): 'empty' | 'twice' | 'number' | 'sum' | null {
  if (shares.some(one => !one.department.trim())) return 'empty';
  if (new Set(shares.map(one => one.department)).size < shares.length) return 'twice';
  if (shares.some(one => !Number.isFinite(one.bp) || one.bp < 1)) return 'number';
  return sum(shares) === WHOLE ? null : 'sum';
}
