// The table of command lines in same.txt, read.
import { readFileSync } from 'node:fs';

/** The rows of a topic. */
export interface Topic {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The topics of same.txt. */
export function commandLines(): readonly Topic[] {
  const text = readFileSync(new URL('same.txt', import.meta.url), 'utf8');
  const [, ...topics] = text.split(/^## /m);
  return topics.map((topic) => {
    const [name = '', ...lines] = topic.split('\n').filter((line) => line !== '');
    return { name, lines };
  });
}

/** The arguments of a row: blanks separate them, single quotes hold those that are empty or have blanks. */
export function argumentsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
