import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as bytes from '../src/index.js';

it('shows an example that runs', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const body = example.replace(/import \{(.*)\} from '@fb\/bytes';/, 'const {$1} = bytes;');
  const run = new Function('bytes', `${body}\nreturn { text, order };`) as (module: typeof bytes) => unknown;
  expect(run(bytes)).toEqual({ text: 'żółw', order: -1 });
});
