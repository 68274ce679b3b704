import { readFileSync } from 'node:fs';
import * as diagnostics from '@fb/diagnostics';
import { expect, it } from 'vitest';
import * as idl from '../src/index.js';

it('the example of the README does what it says', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const body = example.replace(/^import .*$/gm, '');
  const lines: unknown[] = [];
  const fake = { log: (line: unknown) => lines.push(line), error: (line: unknown) => lines.push(line) };
  const names = ['renderDiagnostic', 'loadSchema', 'memoryHost', 'console'];
  new Function(...names, body)(diagnostics.renderDiagnostic, idl.loadSchema, idl.memoryHost, fake);
  expect(lines).toEqual([['0 name', '1 hp', '2 weapons']]);
});
