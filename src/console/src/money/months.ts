/** Months are YYYY-MM, days YYYY-MM-DD, both in the shop's zone. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function shifted(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  const months = (year ?? 0) * 12 + (number ?? 1) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** First and last month of the quarter before the day's own. */
export function lastQuarter(day: string): [string, string] {
  const month = monthOf(day);
  const first = shifted(month, -((Number(month.slice(5)) - 1) % 3) - 3);
  return [first, shifted(first, 2)];
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
