import { expect, it } from 'vitest';
import { heatMarkers, span } from '@/journeys/heat';

const heat = (elementId: string, averageSeconds: number, dropped: number) => ({ elementId, runs: 10, averageSeconds, dropped });

it('should shade the longest stay darkest and leave out where nobody stays', () => {
  const markers = heatMarkers([heat('wait', 100, 0), heat('short', 4, 0), heat('task', 0, 3)], 'time');
  expect(markers).toEqual({ wait: ['heat-5'], short: ['heat-1'] });
});
it('should shade by those who were lost', () => {
  expect(heatMarkers([heat('wait', 100, 0), heat('task', 0, 3)], 'drop')).toEqual({ task: ['heat-5'] });
});
it('should shade nothing when there is nothing', () => {
  expect(heatMarkers([], 'time')).toEqual({});
});
it('should say a time in the largest unit that fits', () => {
  expect(span(30)).toEqual({ unit: 's', n: 30 });
  expect(span(5_400)).toEqual({ unit: 'h', n: 1.5 });
  expect(span(259_200)).toEqual({ unit: 'd', n: 3 });
});
