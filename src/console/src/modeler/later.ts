/** An editor that hands on what was changed in it. */
export interface OpenedEditor {
  /** Hands on at once what was changed and not handed on yet. */
  flush(): Promise<void>;
  close(): void;
}

const PAUSE = 350;

/** Does it a moment after the last time it was wanted. */
export function later(act: () => Promise<void> | void, pause = PAUSE) {
  let timer = 0;
  const stop = () => { window.clearTimeout(timer); timer = 0; };
  return {
    soon() {
      stop();
      timer = window.setTimeout(() => { timer = 0; void act(); }, pause);
    },
    async flush() {
      if (!timer) return;
      stop();
      await act();
    },
    stop,
  };
}

interface Closing { close(): void }

/** One editor at a time: of several on their way only the last one stays, and none once the page is gone. */
export function latest<T extends Closing>() {
  let turn = 0;
  let opened: T | null = null;
  function end() {
    turn += 1;
    opened?.close();
    opened = null;
  }
  /** Null when another one was wanted, or none any more, before it was there. */
  async function open(make: (wanted: () => boolean) => Promise<T | null>, leave?: (former: T) => Promise<void>): Promise<T | null> {
    const mine = ++turn;
    const wanted = () => mine === turn;
    try {
      if (opened && leave) await leave(opened);
      if (!wanted()) return null;
      opened?.close();
      opened = null;
      const made = await make(wanted);
      if (wanted()) opened = made;
      else made?.close();
      return opened === made ? made : null;
    } catch (error) {
      if (wanted()) throw error;
      return null;
    }
  }
  return { open, end, now: () => opened };
}

/** What cannot be filled is closed again. */
export async function filled<T extends Closing>(editor: T, fill: () => Promise<unknown>): Promise<T> {
  try {
    await fill();
    return editor;
  } catch (error) {
    editor.close();
    throw error;
  }
}
