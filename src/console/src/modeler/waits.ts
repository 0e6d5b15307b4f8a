import type { Finding } from '@/api/types';

const HOURS = { W: 168, D: 24, H: 1, M: 1 / 60, S: 1 / 3600 };

function hoursOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)([WDHMS])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * HOURS[unit as keyof typeof HOURS], 0);
}

/** Days a wait must have so that it is longer than it was: a day at least, three when the week is too full. */
export function longer(date: string, finding: Pick<Finding, 'withinDays'>): number {
  const drawn = /duration\("([^"]*)"\)/.exec(date)?.[1] ?? '';
  const wanted = (finding.withinDays ?? 1) > 1 ? 3 : 1;
  return Math.max(Math.floor(hoursOf(drawn) / 24) + 1, wanted);
}
