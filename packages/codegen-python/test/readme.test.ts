// The README's example does what it says.
import * as idl from '@fb/idl';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as codegen from '../src/index.js';

const require = (name: string): object => (name === '@fb/idl' ? idl : codegen);

it('the example of the README lists the generated files', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([^]*?)```/.exec(readme)?.[1] ?? '';
  const { outputText } = ts.transpileModule(example, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const printed: string[] = [];
  Function(
    'require',
    'exports',
    'console',
    outputText,
  )(require, {}, { log: (path: string) => printed.push(path) });
  expect(printed).toEqual(['Zoo/Animal.py', 'Zoo/Animal.pyi', 'Zoo/__init__.py']);
});
