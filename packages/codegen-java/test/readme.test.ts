// The README's example does what it says.
import * as idl from '@fb/idl';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as generator from '../src/index.js';

const require = (name: string): object => (name === '@fb/idl' ? idl : generator);

it('the example of the README prints the paths', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([^]*?)```/.exec(readme)?.[1] ?? '';
  const { outputText } = ts.transpileModule(example, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const printed: string[] = [];
  const console = { log: (text: string) => printed.push(text) };
  Function('require', 'exports', 'console', outputText)(require, {}, console);
  expect(printed).toEqual(['zoo/Animal.java', 'zoo/AnimalT.java']);
});
