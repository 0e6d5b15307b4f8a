import { shallowRef } from 'vue';
import type { Overview } from '@/api/types';

export interface Point {
  at: number;
  made: number;
  refused: number;
  orders: number;
}
const MOST_POINTS = 400;

/** What this page has seen happen since it was opened: one point per change, thinned when there are many. */
export function useCourse() {
  const points = shallowRef<Point[]>([]);

  function add({ clock, touches, orders }: Overview) {
    const point = { at: Date.parse(clock.now), made: touches.made, refused: touches.refused, orders: orders.count };
    const last = points.value.at(-1);
    if (last && last.made === point.made && last.refused === point.refused && last.orders === point.orders) return;
    const kept = points.value.length >= MOST_POINTS ? points.value.filter((_, index) => index % 2 === 0) : points.value;
    points.value = [...kept, point];
  }
  return { points, add };
}
