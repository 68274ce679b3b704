import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as flatbuffers from '../src/index.js';

it('shows an example that runs', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const body = example
    .replace(/import \{(.*)\} from '@fb\/flatbuffers';/, (_, names: string) => {
      return `const {${names.replace(/type \w+, /, '')}} = flatbuffers;`;
    })
    .replace(': TableLayout', '');
  const run = new Function('flatbuffers', `${body}\nreturn { readName, readHp };`) as (
    module: typeof flatbuffers,
  ) => unknown;
  expect(run(flatbuffers)).toEqual({ readName: 'Azog', readHp: 300 });
});
