// Whatever a .proto file holds, importing it gives diagnostics: no exception, no hang, no stack overflow. FUZZ_RUNS sets
// how many inputs each property gets.
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProto, memoryHost } from '../../src/index.js';
import { edited, faultsOfFindings } from '../faults-of-findings.js';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 1500);
const timeout = 60_000 + numRuns * 20;

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.proto'))
  .map((name) => new Uint8Array(readFileSync(new URL(name, folder))))
  .filter((bytes) => bytes.length < 1000);

const WORDS =
  'message extend enum oneof group map reserved extensions option package import public syntax service edition ' +
  'required optional repeated int32 bytes string A B A.B .A { } ( ) [ ] < > , ; = . - 0 1 2 -3 70000 to max 1.5 "x" ' +
  'default true inf a b /// \n @ "';

/** Imports it in two ways and tells what does not hold of the findings, as must for any text. */
function faultsOf(content: string | Uint8Array): string[] {
  const faults: string[] = [];
  for (const oneofUnions of [false, true]) {
    const host = memoryHost({ 'x.proto': content });
    const { text, diagnostics } = importProto('x.proto', host, { oneofUnions, keepIds: true });
    faults.push(...faultsOfFindings(text !== null, diagnostics));
  }
  return faults;
}

describe('any text gives diagnostics', () => {
  it(
    'random bytes',
    () => {
      const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(faultsOf(bytes)).toEqual([]);
      });
      fc.assert(property, { numRuns });
    },
    timeout,
  );

  it(
    'random sequences of words',
    () => {
      const words = fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 60 });
      const property = fc.property(words, (parts) => {
        expect(faultsOf(parts.join(' '))).toEqual([]);
      });
      fc.assert(property, { numRuns });
    },
    timeout,
  );

  it(
    'files with bytes replaced, removed and repeated',
    () => {
      const edit = fc.record({ at: fc.nat(), count: fc.nat(8), bytes: fc.uint8Array({ maxLength: 4 }) });
      const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
      const property = fc.property(fc.constantFrom(...cases), edits, (original, changes) => {
        expect(faultsOf(edited(original, changes))).toEqual([]);
      });
      fc.assert(property, { numRuns });
    },
    timeout,
  );
});

describe('size alone does no harm', () => {
  const many = 20_000;
  const list = (make: (i: number) => string): string =>
    Array.from({ length: many }, (_, i) => make(i)).join('');
  const texts: Readonly<Record<string, string>> = {
    'nested messages': 'message A { '.repeat(many),
    'nested groups': `message A { ${'group G = 1 { '.repeat(many)}`,
    'nested oneofs': `message A { ${'oneof o { group G = 1 { '.repeat(many)}`,
    'open braces in an option': `option a = ${'{'.repeat(many)}`,
    'open brackets': `message A { int32 a = 1 ${'['.repeat(many)}`,
    'a deep package': `package ${'a.'.repeat(many)}b; message A {}`,
    'a long package': `package ${'a'.repeat(many)}; ${list((i) => `message A${i} { A${i} a = 1; }`)}`,
    'a long message': `message ${'a'.repeat(many)} { ${list((i) => `message A${i} {}`)} }`,
    'many fields': `message A { ${list((i) => `A a${i} = ${i};`)} }`,
    'many reserved numbers': `message A { reserved ${list((i) => `${i} to ${i + 9},`)} 1; ${list((i) => `A a${i} = ${i};`)} }`,
    'unknown types': `message A { ${list((i) => `B${i} a${i} = ${i};`)} }`,
    'one type, to come': `message A { ${list((i) => `B a${i} = ${i};`)} } message B {}`,
    'stray semicolons': ';'.repeat(many),
    'one quote after another': '"\n'.repeat(many),
  };

  it.each(Object.keys(texts))(
    '%s',
    (name) => {
      expect(faultsOf(texts[name] ?? '')).toEqual([]);
    },
    60_000,
  );

  it('a chain of imports', () => {
    const files = Array.from(
      { length: 5000 },
      (_, i) => [`f${i}.proto`, `import "f${i + 1}.proto"; message M${i} {}`] as const,
    );
    const { diagnostics } = importProto('f0.proto', memoryHost(Object.fromEntries(files)));
    expect(diagnostics.map(({ code }) => code)).toEqual(['INC-LOAD']);
  });

  it('a ring of imports', () => {
    const host = memoryHost({
      'a.proto': 'import "b.proto"; message A {}',
      'b.proto': 'import "./a.proto"; import "b.proto"; message B {}',
    });
    expect(importProto('a.proto', host)).toMatchObject({
      diagnostics: [],
      text: expect.stringContaining('include "b.fbs";\n\n'),
    });
  });
});
