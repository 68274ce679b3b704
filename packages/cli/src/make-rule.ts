// -M: what depends on what, in the syntax of make.

/** Columns that flatc fills before it breaks a rule. */
const WIDTH = 80;

/** The rule by which `outputs` are made of `inputs`; a path given twice is listed once. */
export function makeRule(outputs: readonly string[], inputs: readonly string[]): string {
  const words = [...new Set(outputs)].map(escaped);
  words.push(`${words.pop() ?? ''}:`, ...[...new Set(inputs)].map(escaped));
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length >= WIDTH - 2) {
      lines.push(line);
      line = '';
    }
    line += line === '' && lines.length === 0 ? word : ` ${word}`;
  }
  return [...lines, line].join(' \\\n');
}

/** Blanks separate paths, `#` starts a comment and `$` a variable. */
function escaped(path: string): string {
  return path.replace(/[ #]/g, '\\$&').replaceAll('$', '$$$$');
}
