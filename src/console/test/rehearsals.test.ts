import { describe, expect, it } from 'vitest';
import { coverageBadges, coverageMarks } from '@/rehearsals/coverage';
import { perDay } from '@/rehearsals/days';
import { loadOf } from '@/rehearsals/load';
import { isOpen, type Rehearsal } from '@/rehearsals/types';
import { duration, hours, nextMonday, ofOne, percents, usual, withSource } from '@/rehearsals/scenario';

const TODAY = new Date(2026, 10, 30);

describe('the scenario a person begins with', () => {
  it('starts on the Monday after today, also on a Monday', () => {
    expect(nextMonday(TODAY)).toBe('2026-12-07');
    expect(nextMonday(new Date(2026, 11, 6))).toBe('2026-12-07');
  });

  it('keeps what counts for all customers when others are chosen', () => {
    const own = withSource({ ...usual(TODAY), seed: 7 }, 'OWN', TODAY);
    expect(own).toMatchObject({ source: 'OWN', seed: 7, firstBoughtUntil: null, behaviour: null });
    const made = withSource(own, 'MADE_UP', TODAY);
    expect(made.behaviour?.buyPercentByDay.reduce((a, b) => a + b)).toBeLessThanOrEqual(100);
    expect(withSource(made, 'SAMPLE', TODAY).behaviour).toBeNull();
  });

  it('reads and writes hours as the server does', () => {
    expect(hours('PT2H')).toBe(2);
    expect(hours('PT5M')).toBeCloseTo(5 / 60);
    expect(hours('P1DT1H')).toBe(25);
    expect(duration(1.5)).toBe('PT90M');
    expect(percents('5, 4，x 3')).toEqual([5, 4, 3]);
  });
});

describe('the report', () => {
  const paths = {
    flows: [{ id: 'f1', runs: 3, times: 3 }], neverTaken: ['f2'], coverage: 50,
    elements: [{ id: 'wait', entered: 3, completed: 2, active: 1, terminated: 0, longestHours: 5, averageHours: 2 }],
    deadEnds: [{ id: 'wait', runs: 1, stuck: false }],
  };

  it('shows never-taken arrows and steps nobody leaves', () => {
    expect(coverageMarks(paths)).toEqual({ f1: ['taken'], f2: ['never'], wait: ['broken'] });
    expect(coverageBadges(paths, { entered: 'in', active: 'here' }, String)[0]?.texts.map(one => one.text)).toEqual(['1', '3']);
  });

  it('stacks media by day and puts what was not sent on top', () => {
    const { days, series } = perDay([
      { day: '2026-12-02', medium: 'TAG', made: 1, refused: 2 }, { day: '2026-12-01', medium: 'WELCOME', made: 4, refused: 0 },
    ]);
    expect(days).toEqual(['2026-12-01', '2026-12-02']);
    expect(series).toEqual([{ medium: 'TAG', values: [0, 1] }, { medium: 'WELCOME', values: [4, 0] }, { medium: '', values: [0, 2] }]);
  });

  it('counts what a member had to do a day', () => {
    const [li] = loadOf([{ day: 'a', staff: 'li.na', confirmed: 3 }, { day: 'b', staff: 'li.na', confirmed: 1, tasks: 4 }]);
    expect(li).toMatchObject({ confirmed: { average: '2.0', most: 3 }, tasks: { average: '2.0', most: 4 }, busiest: 'b' });
  });
});

describe('the list', () => {
  it('asks the server again only while something waits or runs', () => {
    const of = (state: Rehearsal['state']) => isOpen({ state } as Rehearsal);
    expect((['QUEUED', 'RUNNING'] as const).every(of)).toBe(true);
    expect((['DONE', 'FAILED', 'CANCELLED', 'INTERRUPTED'] as const).some(of)).toBe(false);
  });
});

describe('one customer', () => {
  it('is played from the add to a week from now, at most 400 days', () => {
    expect(ofOne('C1', '2026-11-02', '2026-12-01')).toMatchObject({ source: 'ONE', customer: 'C1', from: '2026-11-02', to: '2026-12-08', customers: null });
    expect(ofOne('C1', '2025-01-01', '2026-12-01').to).toBe('2026-02-05');
  });
});
