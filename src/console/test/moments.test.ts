import { expect, it } from 'vitest';
import { instantIn } from '@/moments/types';

it('reads a local time in the zone of the shop', () => {
  expect(instantIn('Asia/Shanghai', '2026-12-05T10:00')).toBe('2026-12-05T02:00:00.000Z');
  expect(instantIn('UTC', '2026-12-05T10:00')).toBe('2026-12-05T10:00:00.000Z');
});
