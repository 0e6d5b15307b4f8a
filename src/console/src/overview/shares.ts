import type { Touches } from '@/api/types';

const ORDER = ['made', 'refused', 'queued', 'pending', 'unknown', 'declined', 'failed'] as const;

/** What became of the touches asked for; made and refused are always named, the rest only when there is some. */
export function shares(touches: Touches) {
  return ORDER.map(key => ({ key, value: touches[key] })).filter(({ key, value }) => value > 0 || key === 'made' || key === 'refused');
}
