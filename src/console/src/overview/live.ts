import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue';
import { ApiError, get } from '@/api/client';
import type { Overview } from '@/api/types';

export type Feed = 'waiting' | 'live' | 'polling';
const POLL_EVERY = 10_000;
const FAILURES_BEFORE_POLLING = 3;
const LONGEST_PAUSE = 60_000;

/**
 * The overview as a stream that reconnects by itself; polled only while the stream cannot be had, and silent while
 * nobody looks at the tab.
 */
export function listen(take: (overview: Overview) => void, tell: (feed: Feed) => void, complain: (error: ApiError) => void) {
  let source: EventSource | undefined;
  let failures = 0;
  let reconnect: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;

  function connect() {
    source?.close();
    source = new EventSource('/api/overview/stream');
    source.addEventListener('overview', event => {
      failures = 0;
      stopPolling();
      tell('live');
      take(JSON.parse((event as MessageEvent<string>).data));
    });
    source.onerror = () => {
      source?.close();
      failures += 1;
      if (failures >= FAILURES_BEFORE_POLLING) startPolling();
      reconnect = setTimeout(connect, Math.min(1_000 * 2 ** failures, LONGEST_PAUSE));
    };
  }

  function startPolling() {
    if (poll) return;
    tell('polling');
    ask();
    poll = setInterval(ask, POLL_EVERY);
  }

  function stopPolling() {
    clearInterval(poll);
    poll = undefined;
  }

  async function ask() {
    await get<Overview>('/api/overview').then(take).catch(complain);
  }

  function silence() {
    source?.close();
    clearTimeout(reconnect);
    stopPolling();
  }

  function look() {
    silence();
    if (!document.hidden) connect();
  }
  document.addEventListener('visibilitychange', look);
  look();
  return {
    ask,
    stop() {
      document.removeEventListener('visibilitychange', look);
      silence();
    },
  };
}

export function useOverview(alsoTake: (overview: Overview) => void = () => {}) {
  const overview = shallowRef<Overview | null>(null);
  const feed = ref<Feed>('waiting');
  const error = shallowRef<ApiError | null>(null);
  let line: ReturnType<typeof listen> | undefined;

  onMounted(() => {
    line = listen(
      answer => {
        overview.value = answer;
        error.value = null;
        alsoTake(answer);
      },
      state => { feed.value = state; },
      problem => { if (!overview.value) error.value = problem; },
    );
    // the first numbers do not wait for the stream
    line.ask();
  });
  onBeforeUnmount(() => line?.stop());
  return { overview, feed, error, reload: () => line?.ask() };
}
