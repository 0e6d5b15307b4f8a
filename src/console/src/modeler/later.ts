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
