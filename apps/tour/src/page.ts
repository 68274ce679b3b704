// How the tour looks in a terminal: chapters, indented quotes, aligned tables. Plain text, so that it can be piped.

/** Starts a chapter. */
export function chapter(title: string): void {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 96 - title.length))}\n`);
}

/** Prints text as it is, line by line, indented. */
export function quote(text: string): void {
  for (const line of text.trimEnd().split('\n')) console.log(`    ${line}`.trimEnd());
}

/** Prints rows with the first column aligned. */
export function table(rows: readonly (readonly [what: string, value: unknown])[]): void {
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) console.log(`    ${what.padEnd(width)}   ${show(value)}`);
}

/** Bytes as hexadecimal pairs. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'string' ? `"${value}"` : String(value);
}
