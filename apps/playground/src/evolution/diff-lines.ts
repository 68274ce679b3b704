// The lines in which two JSON texts differ; a comma at the end of a line is no difference.

/** A line of either text, or of both. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface Line {
  readonly text: string;
  /** Without the comma at its end: what is compared. */
  readonly bare: string;
}

/** More pairs of lines than this are not compared: what differs is then one block. */
const MOST_PAIRS = 1_000_000;

/** The lines of `before` and `after`: those of both once, in order. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.bare === b[start]?.bare) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end)?.bare === b.at(-1 - end)?.bare)
    end++;
  return [
    ...lines('same', a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...lines('same', end === 0 ? [] : a.slice(-end)),
  ];
}

function linesOf(text: string): Line[] {
  const all = text.split('\n');
  if (all.at(-1) === '') all.pop();
  return all.map((each) => ({ text: each, bare: each.endsWith(',') ? each.slice(0, -1) : each }));
}

function lines(kind: DiffLine['kind'], from: readonly Line[]): DiffLine[] {
  return from.map(({ text }) => ({ kind, text }));
}

/** By the longest common subsequence. */
function middle(a: readonly Line[], b: readonly Line[]): DiffLine[] {
  if (a.length * b.length > MOST_PAIRS || a.length === 0 || b.length === 0)
    return [...lines('removed', a), ...lines('added', b)];
  const width = b.length + 1;
  // Entry (i, j): how many lines a from i on and b from j on have in common.
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i]?.bare === b[j]?.bare ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.bare === b[j]?.bare) {
      found.push({ kind: 'same', text: a[i++]?.text ?? '' });
      j++;
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      found.push({ kind: 'removed', text: a[i++]?.text ?? '' });
    else found.push({ kind: 'added', text: b[j++]?.text ?? '' });
  }
  return found;
}
