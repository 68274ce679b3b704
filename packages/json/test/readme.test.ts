// The README's example does what its comments say.
import { readFileSync } from 'node:fs';
import * as diagnostics from '@fb/diagnostics';
import * as idl from '@fb/idl';
import { expect, it } from 'vitest';
import * as json from '../src/index.js';

it('the example in the README runs and prints what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const body = code.replace(/import (\{.*\}) from '(.*)';/g, "const $1 = modules['$2'];");
  const modules = { '@fb/diagnostics': diagnostics, '@fb/idl': idl, '@fb/json': json };
  const lines: string[] = [];
  const log = { log: (text: unknown): void => void lines.push(...String(text).split('\n')) };
  new Function('modules', 'console', body)(modules, log);
  // Comments behind or below a line that prints.
  const printed = /console\.log\(.*\);(?: \/\/ (.*)|((?:\n\/\/ .*)+))/g;
  const expected = [...code.matchAll(printed)].flatMap(([, behind, below]) =>
    behind === undefined
      ? (below ?? '')
          .slice(1)
          .split('\n')
          .map((line) => line.slice(3))
      : [behind],
  );
  expect(expected).toHaveLength(6);
  expect(lines).toEqual(expected);
});
