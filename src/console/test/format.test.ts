import { describe, expect, it } from 'vitest';
import { bytes, distance, moment, money } from '@/words/format';

describe('money', () => {
  it('should show cents as yuan with thousands', () => {
    expect(money(123456)).toBe('¥1,234.56');
    expect(money(123456789012)).toBe('¥1,234,567,890.12');
    expect(money(5)).toBe('¥0.05');
  });
  it('should put the minus before the sign', () => {
    expect(money(-12345)).toBe('-¥123.45');
  });
  it('should show a dash for nothing', () => {
    expect(money(null)).toBe('–');
  });
});

describe('times', () => {
  it('should be shown in the configured zone', () => {
    expect(moment('2026-12-05T02:15:00Z', 'Asia/Shanghai')).toBe('2026-12-05 10:15');
    expect(moment('2026-12-05T18:15:00Z', 'Asia/Shanghai')).toBe('2026-12-06 02:15');
  });
  it('should say how far away a moment is', () => {
    const now = Date.parse('2026-12-05T00:00:00Z');
    expect(distance('2026-12-08T00:00:00Z', now, 'zh')).toBe('3天后');
    expect(distance('2026-12-05T02:00:00Z', now, 'en')).toBe('in 2 hours');
    expect(distance('2026-12-04T23:59:30Z', now, 'en')).toBe('30 seconds ago');
  });
});

it('should show sizes in readable units', () => {
  expect(bytes(1_234_567)).toBe('1.2 MB');
  expect(bytes(999)).toBe('999 B');
});
