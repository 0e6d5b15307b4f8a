import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDraft } from '@/modeler/drafts';

const xml = (text: string) => `<definitions><process id="new-one" name="${text}" /></definitions>`;

/** The drafts of one person on a server: what a window has not seen is put aside. */
function server() {
  const kept = { mine: null as null | Record<string, unknown>, aside: [] as Record<string, unknown>[], revision: 0, bodies: [] as Record<string, unknown>[], slow: Promise.resolve() };
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: string }) => {
    const answer = (body: unknown) => ({ ok: true, status: 200, text: async () => JSON.stringify(body) });
    if (path.endsWith('/shipped')) return { ok: false, status: 404, text: async () => '{}' };
    await kept.slow;
    if (path.endsWith('/discard')) { kept.mine = null; return answer({}); }
    if (/\/aside\/\d+$/.test(path)) return answer({ processId: 'new-one', xml: xml('aside'), baseVersion: 4, revision: 0, savedAt: 't' });
    if (init.method === 'POST') {
      const body = JSON.parse(init.body ?? '{}') as { xml: string; baseVersion: number; seen: number };
      kept.bodies.push(body);
      if (kept.mine && kept.mine.revision !== body.seen) kept.aside.push({ id: kept.aside.length + 1, savedAt: 't', baseVersion: kept.mine.baseVersion });
      kept.mine = { processId: 'new-one', name: 'x', savedAt: 't', ...body, revision: ++kept.revision };
    }
    return answer({ mine: kept.mine, others: [], aside: kept.aside });
  });
  return kept;
}

/** The server answers only when that is called. */
function later(kept: ReturnType<typeof server>) {
  let arrive = () => undefined as void;
  kept.slow = new Promise(resolve => { arrive = resolve; });
  return () => arrive();
}

/** A draft whose autosave is on its way. */
async function saving() {
  const draft = useDraft(async () => xml('a'), () => true);
  draft.begin(0);
  draft.saveSoon();
  await vi.advanceTimersByTimeAsync(3000);
  return draft;
}

describe('the draft of a drawing', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

  it('goes on with what it saved itself', async () => {
    const kept = server();
    const draft = useDraft(async () => xml('a'), () => true);
    draft.begin(0);
    await draft.save();
    await draft.save();
    expect(kept.bodies.map(one => one.seen)).toEqual([0, 1]);
    expect(draft.aside.value).toEqual([]);
  });

  it('keeps an earlier draft that nobody went on with', async () => {
    const kept = server();
    kept.mine = { processId: 'new-one', name: 'x', xml: xml('old'), baseVersion: 2, revision: ++kept.revision, savedAt: 't' };
    const draft = useDraft(async () => xml('new'), () => true);
    await draft.look('new-one', 3);
    expect(draft.found.value?.baseVersion).toBe(2);
    await draft.save();
    expect(kept.bodies[0]).toMatchObject({ name: 'new', baseVersion: 3, seen: 0 });
    expect(draft.aside.value).toHaveLength(1);
  });

  it('says truly which version a resumed draft began with', async () => {
    const kept = server();
    kept.mine = { processId: 'new-one', name: 'x', xml: xml('old'), baseVersion: 2, revision: ++kept.revision, savedAt: 't' };
    const draft = useDraft(async () => xml('new'), () => true);
    await draft.look('new-one', 3);
    expect(draft.resume()).toBe(xml('old'));
    await draft.save();
    expect(kept.bodies[0]).toMatchObject({ baseVersion: 2, seen: 1 });
    expect(draft.aside.value).toEqual([]);
  });

  it('begins anew for a new drawing, whatever was open before', async () => {
    const kept = server();
    const draft = useDraft(async () => xml('a'), () => true);
    await draft.look('new-one', 7);
    draft.begin(0);
    await draft.save();
    expect(kept.bodies[0]).toMatchObject({ baseVersion: 0, seen: 0 });
  });

  it('goes on saving after something went wrong, and says so until it is saved', async () => {
    const kept = server();
    const read = vi.fn().mockRejectedValueOnce(new TypeError('the editor is closed')).mockResolvedValue(xml('a'));
    const draft = useDraft(read, () => true);
    draft.begin(0);
    draft.saveSoon();
    await vi.advanceTimersByTimeAsync(3000);
    expect(draft.failed.value).toBe(true);
    draft.saveSoon();
    await vi.advanceTimersByTimeAsync(3000);
    expect(draft.failed.value).toBe(false);
    expect(kept.bodies).toHaveLength(1);
  });

  it('is gone after it is thrown away, also when it was just being saved', async () => {
    const kept = server();
    const arrive = later(kept);
    const draft = await saving();
    const gone = draft.discard('new-one');
    arrive();
    await gone;
    expect(kept.bodies).toHaveLength(1);
    expect(kept.mine).toBeNull();
    expect(draft.savedAt.value).toBe('');
  });

  it('does not take what is being saved for what was put aside', async () => {
    const kept = server();
    const arrive = later(kept);
    const draft = await saving();
    const taken = draft.takeAside('new-one', 1);
    arrive();
    expect(await taken).toBe(xml('aside'));
    await draft.save();
    expect(kept.bodies.map(one => [one.baseVersion, one.seen])).toEqual([[0, 0], [4, 0]]);
  });

  it('learns nothing of another drawing from an answer that comes late', async () => {
    const kept = server();
    const arrive = later(kept);
    const draft = useDraft(async () => xml('a'), () => true);
    draft.begin(0);
    const saved = draft.save();
    draft.begin(0);
    arrive();
    await saved;
    expect(draft.savedAt.value).toBe('');
  });
});
