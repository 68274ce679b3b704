import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as diagnostics from '../src/index.js';

it('the example of the README does what it says', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const lines: string[] = [];
  const names = ['defineCatalogue', 'error', 'renderDiagnostic', 'TextSource'];
  const { defineCatalogue, error, renderDiagnostic, TextSource } = diagnostics;
  const values = [defineCatalogue, error, renderDiagnostic, TextSource];
  const fake = { log: (line: string) => lines.push(line) };
  new Function(...names, 'console', example.replace(/^import .*$/gm, ''))(...values, fake);
  const expected = [...example.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1]);
  expect(lines.join('\n')).toBe(expected.join('\n'));
});
