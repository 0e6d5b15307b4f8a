export interface SpecialDay {
  day: string;
  works: boolean;
  name: string;
}

export interface WorkingYear {
  year: number;
  days: SpecialDay[];
  changes: { day: string; before: SpecialDay | null; after: SpecialDay | null; actor: string; at: string }[];
}

/** Days are yyyy-mm-dd and belong to no zone. */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The weeks of a month from Monday to Sunday; null before the first and after the last day. */
export function weeks(year: number, month: number): (string | null)[][] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const places: (string | null)[] = Array.from({ length: first }, () => null);
  for (let day = 1; day <= length; day++) places.push(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  while (places.length % 7) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}
