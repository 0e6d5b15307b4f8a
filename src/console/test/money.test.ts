import { describe, expect, it } from 'vitest';
import { lastQuarter, shifted } from '@/money/months';
import { basisPoints, percent, shareProblem } from '@/money/shares';
import { blank, missingSigners, moved, objectionTo, sentence } from '@/money/terms';

describe('shares', () => {
  it('should read percentages as whole basis points and nothing else', () => {
    expect(['33.33', '100%', '7.5 '].map(basisPoints)).toEqual([3333, 10_000, 750]);
    expect(['', '1.234', '-5', 'a'].every(text => Number.isNaN(basisPoints(text)))).toBe(true);
    expect([percent(3333), percent(2500), percent(10_000)]).toEqual(['33.33%', '25%', '100%']);
  });
  it('should say why shares cannot be meant', () => {
    const of = (...bps: number[]) => bps.map((bp, n) => ({ department: `D${n}`, bp }));
    expect(shareProblem(of(3333, 3333, 3334))).toBeNull();
    expect(shareProblem(of(3333, 3333, 3333))).toBe('sum');
    expect(shareProblem([{ department: 'A', bp: 5000 }, { department: 'A', bp: 5000 }])).toBe('twice');
    expect(shareProblem([{ department: ' ', bp: 10_000 }])).toBe('empty');
    expect(shareProblem(of(10_000, 0))).toBe('number');
  });
});

describe('terms', () => {
  it('should name those who get a part and do not sign, but not the owner', () => {
    const terms = blank('2012-01-01', 'A', 'last');
    terms.rules.unshift({ name: 'r', when: { turn: 'FIRST', facts: {} }, shares: [{ department: '@owner', bp: 5000 }, { department: 'B', bp: 5000 }] });
    expect(missingSigners(terms)).toEqual(['B']);
  });
  it('should move rules within the list only', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
  it('should find the part the server objects to', () => {
    expect(objectionTo('rule x: 9999 basis points')).toBe('rule');
    expect(objectionTo('to: 2011-01-01 (expected: after 2012-01-01)')).toBe('to');
    expect(objectionTo('something new')).toBeNull();
  });
  it('should say conditions in a sentence', () => {
    const keys = (key: string) => key;
    expect(sentence({ turn: 'ANY', facts: {} }, keys)).toBe('money.when.always');
    expect(sentence({ turn: 'FIRST', facts: { OWNER: ['*'] } }, keys)).toBe('money.turn.FIRSTmoney.when.andmoney.when.known');
  });
});

describe('months', () => {
  it('should cross years', () => {
    expect([shifted('2011-12', 1), shifted('2011-01', -1)]).toEqual(['2012-01', '2010-12']);
    expect(lastQuarter('2011-02-03')).toEqual(['2010-10', '2010-12']);
    expect(lastQuarter('2011-12-09')).toEqual(['2011-07', '2011-09']);
  });
});
