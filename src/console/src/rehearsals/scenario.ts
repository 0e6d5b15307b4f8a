import type { Scenario, Source } from './types';

/** The Monday after today: the recording is moved behind it by whole weeks. */
export function nextMonday(today: Date): string {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()));
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

function daysAgo(today: Date, days: number): string {
  return new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

/** What the dialog begins with: the customers who first bought in December 2010. */
export function usual(today: Date): Scenario {
  return {
    source: 'SAMPLE', from: '2010-12-01', to: '2011-01-31', firstBoughtUntil: '2010-12-31', customers: 100,
    seed: 0, replyPercent: 30, startsOn: nextMonday(today), grainMinutes: 30,
    people: { approveAfter: 'PT2H', approvePercent: 100, workAfter: 'PT4H', workPercent: 90, confirmAfter: 'PT5M' },
    behaviour: null,
  };
}

/** One contact from the day of the add to now, and a week more for what is still to come. */
export function ofOne(customer: string, added: string, now: string): Scenario {
  const days = (n: number, of: string) => new Date(Date.parse(of) + n * 86_400_000).toISOString().slice(0, 10);
  const last = [days(7, now), days(400, added)].sort()[0]!;
  return { ...usual(new Date(now)), source: 'ONE', customer, from: added, to: last, firstBoughtUntil: null, customers: null };
}

/** The scenario with what belongs to another source; what people have set for all of them stays. */
export function withSource(scenario: Scenario, source: Source, today: Date): Scenario {
  const common = { ...scenario, source, behaviour: null };
  if (source === 'SAMPLE') return { ...common, from: '2010-12-01', to: '2011-01-31', firstBoughtUntil: '2010-12-31', customers: 100 };
  if (source === 'UPLOAD') return { ...common, firstBoughtUntil: null, customers: null };
  if (source === 'OWN') return { ...common, from: daysAgo(today, 91), to: daysAgo(today, 1), firstBoughtUntil: null, customers: null };
  const from = daysAgo(today, 60);
  return {
    ...common, from, to: daysAgo(today, 0), firstBoughtUntil: null, customers: null,
    behaviour: { customers: 50, addDays: 10, buyPercentByDay: [5, 4, 3, 2, 2, 1, 1], againPercentByMonth: 20, refundPercent: 5, averageCents: 20_000 },
  };
}

/** "PT2H" as hours, and back. */
export const hours = (duration: string): number => {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?.*)?$/.exec(duration);
  return found ? Number(found[1] ?? 0) * 24 + Number(found[2] ?? 0) + Number(found[3] ?? 0) / 60 : 0;
};
export const duration = (value: number): string => `PT${Math.round(value * 60)}M`;

/** "5, 4, 3" as percents; what is no number is left out. */
export function percents(text: string): number[] {
  return text.split(/[,，\s]+/).filter(part => /^\d+$/.test(part)).map(Number);
}
