import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen, type Feed } from '@/overview/live';

class FakeStream {
  static all: FakeStream[] = [];
  closed = false;
  onerror: () => void = () => {};
  private take: (event: { data: string }) => void = () => {};
  constructor(readonly url: string) {
    FakeStream.all.push(this);
  }
  addEventListener(_: string, take: (event: { data: string }) => void) {
    this.take = take;
  }
  close() {
    this.closed = true;
  }
  send(body: object) {
    this.take({ data: JSON.stringify(body) });
  }
}
const newest = () => FakeStream.all.at(-1)!;
const calls = () => vi.mocked(fetch).mock.calls.length;
let hidden = false;
let feeds: Feed[];
let taken: unknown[];
let line: ReturnType<typeof listen>;

beforeEach(() => {
  vi.useFakeTimers();
  FakeStream.all = [];
  hidden = false;
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('fetch', vi.fn(async () => new Response('{"polled":true}')));
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  feeds = [];
  taken = [];
  line = listen(overview => taken.push(overview), feed => feeds.push(feed), () => {});
});
afterEach(() => {
  line.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function failTimes(times: number) {
  for (let n = 0; n < times; n += 1) {
    newest().onerror();
    await vi.advanceTimersByTimeAsync(60_000);
  }
}

it('should take what the stream says and never poll while it does', async () => {
  newest().send({ n: 1 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toEqual([{ n: 1 }]);
  expect(calls()).toBe(0);
});

it('should connect again after a break', async () => {
  newest().onerror();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(FakeStream.all.length).toBe(2);
});

it('should poll every 10 s only after the stream failed three times, and stop when it is back', async () => {
  await failTimes(2);
  expect(calls()).toBe(0);
  newest().onerror();
  await vi.advanceTimersByTimeAsync(0);
  expect(feeds.at(-1)).toBe('polling');
  const before = calls();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(calls() - before).toBe(2);
  newest().send({ n: 2 });
  const after = calls();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls()).toBe(after);
});

it('should be silent while nobody looks', async () => {
  await failTimes(3);
  hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  const before = calls();
  const streams = FakeStream.all.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls()).toBe(before);
  expect(FakeStream.all.length).toBe(streams);
  expect(newest().closed).toBe(true);
});
