// The README's example does what it says.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as codegen from '../src/index.js';

it('the example of the README prints a class with its import', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([^]*?)```/.exec(readme)?.[1] ?? '';
  const { outputText } = ts.transpileModule(example, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const printed: string[] = [];
  Function(
    'require',
    'exports',
    'console',
    outputText,
  )(() => codegen, {}, { log: (text: string) => printed.push(text) });
  expect(printed).toEqual(["import { Weapon } from './game/weapon';\nclass Monster {\n  arm(): Weapon\n}\n"]);
});
