import { defineStore } from 'pinia';
import { ref } from 'vue';
import { get } from '@/api/client';
import type { ClockState } from '@/api/types';

/** The product's clock: read once, then it ticks here; read again only while it is being moved. */
export const useClock = defineStore('clock', () => {
  const state = ref<ClockState | null>(null);
  const now = ref(Date.now());
  let readAt = 0;
  let base = 0;
  let ticker: ReturnType<typeof setInterval> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;

  function take(answer: ClockState) {
    state.value = { ...answer, target: answer.target ?? (answer.moving ? state.value?.target : null) };
    readAt = performance.now();
    base = Date.parse(answer.now);
    now.value = base;
    clearTimeout(asking);
    if (answer.moving) asking = setTimeout(read, 2_000);
  }

  async function read() {
    if (document.hidden) return;
    take(await get<ClockState>('/api/clock').catch(() => state.value ?? { now: new Date().toISOString(), offsetSeconds: 0, moving: false }));
  }

  function start() {
    read();
    ticker ??= setInterval(() => { now.value = base + (performance.now() - readAt); }, 1_000);
    document.addEventListener('visibilitychange', read);
  }

  function stop() {
    clearInterval(ticker);
    clearTimeout(asking);
    ticker = undefined;
    document.removeEventListener('visibilitychange', read);
  }
  return { state, now, take, read, start, stop };
});
