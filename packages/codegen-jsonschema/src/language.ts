// JSON as the reference compiler writes it: names, strings, commas.
import type { Definition } from '@fb/schema';

/** What the definition of a type is called. */
export function definitionName({ namespace, name }: Definition): string {
  return [...namespace, name].join('_');
}

/** Documentation as a string literal; `null` when there is no text in it. */
export function description(doc: readonly string[]): string | null {
  const text = doc.map(trimmed).join('\n');
  return text === '' ? null : quoted(text);
}

/** A string literal. Beside control characters nothing is escaped that need not be. */
export function quoted(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Items of some lines each, a comma between items. */
export function separated(items: readonly (readonly string[])[]): readonly string[] {
  return items.flatMap((lines, i) =>
    i === items.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`],
  );
}

/** A line without the white space around it; one of nothing else is kept as it is. */
function trimmed(line: string): string {
  let start = 0;
  let end = line.length;
  while (isSpace(line.charCodeAt(start))) start++;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end--;
  return start < end ? line.slice(start, end) : line;
}

/** ASCII white space only. */
function isSpace(c: number): boolean {
  return c === 0x20 || (c >= 9 && c <= 13);
}
