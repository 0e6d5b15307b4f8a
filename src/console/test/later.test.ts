import { describe, expect, it, vi } from 'vitest';
import { filled, latest } from '@/modeler/later';

const editor = () => ({ close: vi.fn() });
/** Something that is there when one says so. */
function slow<T>() {
  let arrive: (value: T) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => { [arrive, fail] = [resolve, reject]; });
  return { promise, arrive, fail };
}

describe('one editor at a time', () => {
  it('closes the one before', async () => {
    const editors = latest<ReturnType<typeof editor>>();
    const [first, second] = [editor(), editor()];
    expect(await editors.open(async () => first)).toBe(first);
    expect(await editors.open(async () => second)).toBe(second);
    expect(first.close).toHaveBeenCalledOnce();
    expect(editors.now()).toBe(second);
  });
  it('closes one that comes after the page is gone', async () => {
    const editors = latest<ReturnType<typeof editor>>();
    const [made, late] = [editor(), slow<ReturnType<typeof editor>>()];
    const opening = editors.open(() => late.promise);
    editors.end();
    late.arrive(made);
    expect(await opening).toBeNull();
    expect(made.close).toHaveBeenCalledOnce();
    expect(editors.now()).toBeNull();
  });
  it('keeps the last that was wanted, in whichever order they come', async () => {
    const editors = latest<ReturnType<typeof editor>>();
    const [first, second, late] = [editor(), editor(), slow<ReturnType<typeof editor>>()];
    const opening = editors.open(() => late.promise);
    expect(await editors.open(async () => second)).toBe(second);
    late.arrive(first);
    expect(await opening).toBeNull();
    expect(first.close).toHaveBeenCalledOnce();
    expect(second.close).not.toHaveBeenCalled();
  });
  it('asks the one before for what was drawn before it closes it', async () => {
    const editors = latest<ReturnType<typeof editor>>();
    const first = editor();
    await editors.open(async () => first);
    await editors.open(async () => editor(), async former => { expect(former.close).not.toHaveBeenCalled(); });
    expect(first.close).toHaveBeenCalledOnce();
  });
  it('says what went wrong with the last one only', async () => {
    const editors = latest<ReturnType<typeof editor>>();
    const late = slow<ReturnType<typeof editor>>();
    const opening = editors.open(() => late.promise);
    await expect(editors.open(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    late.fail(new Error('of no interest'));
    expect(await opening).toBeNull();
  });
  it('closes what could not be filled', async () => {
    const made = editor();
    await expect(filled(made, () => Promise.reject(new Error('no drawing')))).rejects.toThrow('no drawing');
    expect(made.close).toHaveBeenCalledOnce();
    expect(await filled(made, async () => undefined)).toBe(made);
  });
});
