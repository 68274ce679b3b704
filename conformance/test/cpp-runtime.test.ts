// What generated C++ asks of its runtime: every symbol is in the official headers, the newest and the oldest supported.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BUILDER_METHODS,
  FLEX_NAMES,
  HEADERS,
  MACROS,
  NAMES,
  TABLE_METHODS,
  VERIFIER_METHODS,
} from '../../packages/codegen-cpp/src/runtime.js';
import { hasInstalledRuntime, INSTALLED_FOLDER, runtimeHeaders } from '../src/gxx.js';

/** What came after the oldest runtime: for 64-bit offsets only. */
const LATER: ReadonlySet<string> = new Set([
  'CreateVector64',
  'CreateVectorOfStructs64',
  'FlatBufferBuilder64',
  'ForceVectorAlignment64',
  'GetPointer64',
  'Offset64',
  'Vector64',
  'VerifyOffset64',
  'VerifyOffset64Required',
  'uoffset64_t',
]);

/** What is not declared, and which headers are not there. */
function missing(
  headers: Readonly<Record<string, string>>,
  isKnown: (name: string) => boolean,
): readonly string[] {
  const text = Object.values(headers).join('\n');
  const names = [...NAMES, ...FLEX_NAMES, ...TABLE_METHODS, ...VERIFIER_METHODS, ...BUILDER_METHODS];
  const wanted = [...names.filter(isKnown), ...MACROS.map((name) => `FLATBUFFERS_${name}`)];
  return [
    ...wanted.filter((name) => !declares(text, name)),
    ...HEADERS.filter((name) => !Object.keys(headers).some((path) => path.endsWith(`/${name}`))),
  ];
}

/** A type, function, alias, enumerator or macro of that name is declared, not only mentioned. */
function declares(text: string, name: string): boolean {
  return [
    `(?:class|struct|enum|using|#\\s*define)\\s+${name}\\b`,
    `^(?!\\s*(?://|return|\\*)).*[\\w>*&]\\s+\\*?&?${name}(?:<[^;]*>)?\\(`,
    `^\\s*${name}\\(`,
    `typedef[^;]*\\b${name};`,
    `\\b${name}\\b\\s*(?:=[^=]|,|\\})`,
    `\\bET\\(${name}\\)`,
    `\\(\\*${name}\\)`,
    `\\b(?:constexpr|const)\\b[^;=]*\\b${name}[\\s{(=]`,
  ].some((pattern) => new RegExp(pattern, 'm').test(text));
}

describe('symbols of the runtime', () => {
  it('are in the newest headers', async () => {
    expect(missing(await runtimeHeaders(), () => true)).toEqual([]);
  });

  it.runIf(hasInstalledRuntime())('are in the installed headers, but for 64-bit offsets', () => {
    const headers = Object.fromEntries(
      readdirSync(INSTALLED_FOLDER, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [`flatbuffers/${name}`, readFileSync(`${INSTALLED_FOLDER}/${name}`, 'utf8')]),
    );
    expect(missing(headers, (name) => !LATER.has(name))).toEqual([]);
  });

  it('are found only where they are declared', () => {
    expect(declares('  return Foo(1);\n// int Foo(\n', 'Foo')).toBe(false);
    expect(declares('inline int Foo(int);', 'Foo')).toBe(true);
  });
});
