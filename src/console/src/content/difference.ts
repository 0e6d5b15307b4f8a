/** A stretch of text that is in both versions, only in the older, or only in the newer. */
export interface Stretch {
  in: 'both' | 'old' | 'new';
  text: string;
}

const MOST_CELLS = 4_000_000;

/** What changed between two texts, by words (a Chinese character is a word); by lines when they are long. */
export function difference(older: string, newer: string): Stretch[] {
  const byWord = [words(older), words(newer)] as const;
  return byWord[0].length * byWord[1].length <= MOST_CELLS ? compared(...byWord) : compared(lines(older), lines(newer));
}

const words = (text: string) => text.match(/[\p{Script=Latin}\p{N}]+|\{[^{}]*\}|\s+|./gsu) ?? [];
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function compared(a: string[], b: string[]): Stretch[] {
  const width = b.length + 1;
  const same = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => same[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      same[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Stretch[] = [];
  const add = (where: Stretch['in'], text: string) => {
    const last = found.at(-1);
    if (last?.in === where) last.text += text;
    else found.push({ in: where, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('both', a[i++] ?? '');
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      add('old', a[i++] ?? '');
    } else {
      add('new', b[j++] ?? '');
    }
  }
  return found;
}
