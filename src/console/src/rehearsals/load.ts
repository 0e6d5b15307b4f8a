import type { StaffRow } from './types';

const KINDS = ['confirmed', 'tasks', 'told'] as const;

/** Average and most a day of each member, over the days anybody had work. */
export function loadOf(rows: StaffRow[]) {
  const days = new Set(rows.map(row => row.day)).size || 1;
  return [...new Set(rows.map(row => row.staff))].sort().map(staff => {
    const own = rows.filter(row => row.staff === staff);
    const sum = (row: StaffRow) => KINDS.reduce((all, kind) => all + (row[kind] ?? 0), 0);
    const busiest = own.reduce((most, row) => (sum(row) > sum(most) ? row : most), own[0]!);
    const of = (kind: (typeof KINDS)[number]) => ({
      average: (own.reduce((all, row) => all + (row[kind] ?? 0), 0) / days).toFixed(1),
      most: Math.max(0, ...own.map(row => row[kind] ?? 0)),
    });
    return { staff, confirmed: of('confirmed'), tasks: of('tasks'), told: of('told'), busiest: busiest.day };
  });
}
