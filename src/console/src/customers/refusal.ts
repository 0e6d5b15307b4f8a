import type { TimelineItem } from '@/api/types';

export interface Refusal {
  rule: string | null;
  reason: string | null;
  notBefore: string | null;
}

/** What the timeline says about a touch that did not simply succeed. */
export function refusalOf({ kind, state, details }: TimelineItem): Refusal | null {
  if (kind !== 'TOUCH' || !details || state === 'SENT') return null;
  const text = (key: string) => (typeof details[key] === 'string' ? (details[key] as string) : null);
  const [rule, reason] = [text('rule'), text('reason')];
  return rule || reason ? { rule, reason, notBefore: text('notBefore') } : null;
}
