import type { DayRow } from './types';

/** Made touches by medium and day, and all refused ones as a series of their own (medium empty). */
export function perDay(rows: DayRow[]) {
  const days = [...new Set(rows.map(row => row.day))].sort();
  const media = [...new Set(rows.map(row => row.medium))].sort();
  const at = new Map(rows.map(row => [`${row.day} ${row.medium}`, row]));
  const made = media.map(medium => ({ medium, values: days.map(day => at.get(`${day} ${medium}`)?.made ?? 0) }));
  const refused = days.map(day => media.reduce((sum, medium) => sum + (at.get(`${day} ${medium}`)?.refused ?? 0), 0));
  return { days, series: [...made, ...(refused.some(Boolean) ? [{ medium: '', values: refused }] : [])] };
}
