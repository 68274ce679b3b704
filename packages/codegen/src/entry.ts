// Entry files: each is a list of what other files declare, so that those of several schemas can become one.

/** A line of an entry file. @public */
export interface EntryLine {
  readonly text: string;
  /** The names it exports. */
  readonly names: readonly string[];
  /** Lines of several files are in ascending order of this. */
  readonly order: string;
}

/** A file that is a list of exports. @public */
export interface EntryFile {
  /** The lines before the list, and the empty line between. */
  readonly head: readonly string[];
  readonly lines: readonly EntryLine[];
}

/**
 * The file with the exports of both; `null` if they export different things under one name. Which of them is the first
 * does not matter but for the order of their heads. @public
 */
export function uniteEntries(a: EntryFile, b: EntryFile): EntryFile | null {
  const owners = new Map(a.lines.flatMap(({ names, text }) => names.map((name) => [name, text])));
  const added = b.lines.filter(({ text }) => !a.lines.some((line) => line.text === text));
  if (added.some(({ names }) => names.some((name) => owners.has(name)))) return null;
  return {
    head: [...new Set([...a.head, ...b.head])],
    lines: [...a.lines, ...added].toSorted((one, other) =>
      one.order < other.order ? -1 : one.order > other.order ? 1 : 0,
    ),
  };
}

/** The text of an entry file. @public */
export function entryText({ head, lines }: EntryFile): string {
  return [...head, '', ...lines.map(({ text }) => text), ''].join('\n');
}
