import { TextSource } from '@fb/diagnostics';
import type { EnumDef, Feature, Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { checkFeatures, checkIdentifiers, checkOutputs, generatorMessages } from '../src/index.js';

const span = { source: new TextSource('a.fbs', 'table T {}'), start: 6, end: 7 };
const file = { path: 'a.fbs', includes: [] };

function schemaWith(features: readonly Feature[]): Schema {
  return {
    objects: [],
    enums: [],
    services: [],
    root: null,
    fileIdentifier: null,
    fileExtension: null,
    mainFile: file,
    files: [file],
    features: new Map(features.map((feature) => [feature, span])),
  };
}

const output = (path: string) => ({ path, subject: `table \`${path}\``, span, hint: null });

describe('checkFeatures', () => {
  it.each([
    ['fixed arrays', 'LANG-ARRAY'],
    ['vectors of unions', 'LANG-UNIONVEC'],
    ['structs and strings in unions', 'LANG-UNIONELEM'],
    ['union underlying types', 'LANG-UNIONBASE'],
    ['optional scalars', 'LANG-OPTIONAL'],
    ['string and vector defaults', 'LANG-DEFAULT'],
    ['64-bit offsets', 'LANG-64'],
  ] as const)('refuses %s with %s', (feature, expected) => {
    const found = checkFeatures(schemaWith([feature]), { name: 'Latin', supports: new Set() });
    expect(found).toMatchObject([
      { code: expected, severity: 'error', span, message: expect.stringContaining('Latin') },
    ]);
    expect(checkFeatures(schemaWith([feature]), { name: 'Latin', supports: new Set([feature]) })).toEqual([]);
  });
});

describe('checkIdentifiers', () => {
  it('refuses what is no name, wherever it is', () => {
    const named = { doc: [], attributes: [], span: null };
    const evil: EnumDef = {
      ...named,
      kind: 'enum',
      name: 'E { }',
      namespace: ['N', 'x\ny'],
      fullName: '',
      file,
      underlying: 'byte',
      bitFlags: false,
      values: [
        { ...named, name: 'fine_1', value: 0n },
        { ...named, name: '1', value: 1n },
      ],
      union: null,
    };
    const found = checkIdentifiers({ ...schemaWith([]), enums: [evil] });
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['GEN-NAME', '"E { }" is no name that code could use'],
      ['GEN-NAME', '"x\\ny" is no name that code could use'],
      ['GEN-NAME', '"1" is no name that code could use'],
    ]);
  });
});

describe('checkOutputs', () => {
  it('refuses two outputs at one path', () => {
    expect(checkOutputs([output('a'), output('b'), output('a')])).toMatchObject([
      { code: 'GEN-OUTPUT', severity: 'error', hint: 'rename one of them' },
    ]);
  });

  it('warns of paths that some file systems take for one', () => {
    expect(checkOutputs([output('a'), output('A')])).toMatchObject([
      { code: 'W-GEN-OUTPUT-CASE', severity: 'warning' },
    ]);
  });

  it('has no code without a severity that fits its name', () => {
    for (const [code, { severity }] of Object.entries(generatorMessages.messages)) {
      expect(severity).toBe(code.startsWith('W-') ? 'warning' : 'error');
    }
  });
});
