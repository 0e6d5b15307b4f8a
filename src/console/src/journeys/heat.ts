export interface Heat {
  elementId: string;
  runs: number;
  averageSeconds: number;
  dropped: number;
}
export type HeatBy = 'time' | 'drop';

/** How much of it, by element: seconds, or runs that ended there. */
export const amount = (one: Heat, by: HeatBy) => (by === 'time' ? one.averageSeconds : one.dropped);

/** CSS marker by element: five shades, on a scale of roots, because one wait of weeks would pale all others. */
export function heatMarkers(all: Heat[], by: HeatBy): Record<string, string[]> {
  const top = Math.max(0, ...all.map(one => amount(one, by)));
  return Object.fromEntries(
    all.filter(one => amount(one, by) > 0).map(one => [one.elementId, [`heat-${Math.max(1, Math.ceil(5 * Math.sqrt(amount(one, by) / top)))}`]]));
}

/** The largest unit that fits: days, hours, minutes, seconds. */
export function span(seconds: number): { unit: 'd' | 'h' | 'm' | 's'; n: number } {
  const units: ['d' | 'h' | 'm', number][] = [['d', 86_400], ['h', 3_600], ['m', 60]];
  const fit = units.find(([, size]) => seconds >= size);
  return fit ? { unit: fit[0], n: Math.round((10 * seconds) / fit[1]) / 10 } : { unit: 's', n: Math.round(seconds) };
}
