// JSON to FlatBuffers and back against the reference compiler's bytes and text.
import assert from 'node:assert/strict';
import type { Diagnostic } from '@fb/diagnostics';
import { FlatBufferError } from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { ParseJsonOptions, PrintJsonOptions } from '@fb/json';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { jsonDeliveries, type JsonDelivery } from '../src/json-deliveries.js';
import { runVectors, vectorBytes, vectorJson } from '../src/vectors.js';

interface Place {
  readonly line?: number;
}

interface TextVector {
  readonly name: string;
  readonly schema: string;
  readonly textFlags?: readonly string[];
  readonly text?: string;
  readonly textError?: Place;
}

interface JsonCase extends TextVector {
  readonly flags: readonly string[];
  readonly input?: string;
  readonly inputHex?: string;
  readonly expect: 'ok' | 'error';
  readonly binHex?: string;
  readonly error?: Place;
}

interface TextCase extends TextVector {
  readonly binHex: string;
}

const set = vectorJson<{ cases: readonly JsonCase[]; binaryToText: readonly TextCase[] }>('json/index.json');

/** Where the reference is wrong and this project does the right thing; each has a test below. */
const deviations = new Set([
  'bool_two',
  'vec_bool_mix',
  'hash_h16',
  'unionvec_types_longer',
  'unionvec_only_types',
  'nested_size_prefixed',
  'text_natural',
  'far_v3',
  'far_v4',
  'far_v8',
  'far_w2',
  'far_d1',
  'far_p',
  'bin_offset_zero',
]);

describe.each(Object.entries(jsonDeliveries))('%s', (_, make) => {
  runVectors(
    'json',
    set.cases.filter(({ name }) => !deviations.has(name)),
    ({ name }) => name,
    (vector) => {
      const codec = codecOf(vector.schema);
      const source = vector.input ?? bytesOf(vector.inputHex ?? '');
      const { bytes, diagnostics } = codec.parse(source, parseOptions(vector.flags));
      if (vector.expect === 'error') {
        assert.equal(bytes, null);
        assert.equal(diagnostics.length, 1);
        const span = diagnostics[0]?.span;
        assert.equal(span?.source.position(span.start).line, vector.error?.line);
        return;
      }
      assert.deepEqual(messagesOf(diagnostics), []);
      assert.equal(hexOf(bytes ?? new Uint8Array()), vector.binHex);
      checkText(codec, bytes ?? new Uint8Array(), vector);
    },
  );

  runVectors(
    'json-text',
    set.binaryToText.filter(({ name }) => !deviations.has(name)),
    ({ name }) => name,
    (vector) => checkText(codecOf(vector.schema), bytesOf(vector.binHex), vector),
  );

  describe('deviations from the reference', () => {
    it('stores true as 1, whatever number stands for it', () => {
      // The reference stores the number itself.
      const { hex, text } = roundTrip('bool_two');
      expect(hex).toBe(named('bool_two').binHex?.replace(/02$/, '01'));
      expect(text).toBe(named('bool_two').text);
      expect(roundTrip('vec_bool_mix').text).toBe(named('vec_bool_mix').text);
    });

    it('hashes 16-bit fields', () => {
      // fnv1a_16 of "hello"
      expect(roundTrip('hash_h16').text).toBe('{\n  h16: 25396\n}\n');
    });

    it('refuses vectors of unions that have not as many types as values', () => {
      expect(codeOf('unionvec_types_longer')).toBe('JSON-UNION-LENGTH');
      expect(codeOf('unionvec_only_types')).toBe('JSON-UNION-LENGTH');
    });

    it('puts no size prefix into nested buffers', () => {
      expect(roundTrip('nested_size_prefixed').text).toBe('{\n  n: {\n    s: "x"\n  }\n}\n');
    });

    it('escapes control characters, which the dialect cannot read back', () => {
      expect(roundTrip('text_natural').text).toBe('{\n  s: "\\u0001\u007fé€😀\\n\\"/"\n}\n');
      expect(roundTrip('text_natural').hex).toBe(named('text_natural').binHex);
    });

    it.each([
      ['far_v3', '{v: [1,2,3]}'],
      ['far_v4', '{v: [1,2,3,4]}'],
      ['far_v8', '{v: [1,2,3,4,5,6,7,8]}'],
      ['far_w2', '{w: [1,2]}'],
      ['far_d1', '{d: [1.5]}'],
      ['far_p', '{p: [{a: 1,b: 2}]}'],
    ])('lays out vectors with a 64-bit count as the format says, and prints them: %s', (name, expected) => {
      expect(roundTrip(name, { indent: false }).text).toBe(expected);
    });

    it.each(['far_v8', 'far_w2', 'far_d1', 'far_p'])(
      'gives the same bytes where the reference has no gap: %s',
      (name) => {
        expect(roundTrip(name).hex).toBe(named(name).binHex);
      },
    );

    it('refuses an offset of 0, which refers to itself', () => {
      const vector = set.binaryToText.find(({ name }) => name === 'bin_offset_zero');
      expect(() => codecOf('schemas/ident.fbs').print(bytesOf(vector?.binHex ?? ''))).toThrow(
        FlatBufferError,
      );
    });
  });

  /** Reads a case's text, which must succeed, and prints it again. */
  function roundTrip(name: string, options: PrintJsonOptions = {}): { hex: string; text: string } {
    const vector = named(name);
    const codec = codecOf(vector.schema);
    const { bytes, diagnostics } = codec.parse(vector.input ?? '', parseOptions(vector.flags));
    assert.deepEqual(messagesOf(diagnostics), []);
    const style = { ...printOptions(vector.textFlags ?? ['--raw-binary']), ...options };
    return { hex: hexOf(bytes ?? new Uint8Array()), text: codec.print(bytes ?? new Uint8Array(), style) };
  }

  function codeOf(name: string): string | undefined {
    const vector = named(name);
    return codecOf(vector.schema).parse(vector.input ?? '').diagnostics[0]?.code;
  }

  const codecs = new Map<string, JsonDelivery>();

  function codecOf(path: string): JsonDelivery {
    let codec = codecs.get(path);
    if (codec === undefined) {
      codec = make(schemaOf(path));
      codecs.set(path, codec);
    }
    return codec;
  }
});

function checkText(codec: JsonDelivery, bytes: Uint8Array, vector: TextVector): void {
  const print = (): string => codec.print(bytes, printOptions(vector.textFlags ?? []));
  if (vector.text !== undefined) assert.equal(print(), vector.text);
  else if (vector.textError !== undefined) assert.throws(print, { name: 'UnprintableError' });
}

function named(name: string): JsonCase {
  const found = set.cases.find((vector) => vector.name === name);
  assert.ok(found);
  return found;
}

function messagesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ message }) => message);
}

function schemaOf(path: string): Schema {
  const { schema, diagnostics } = parseSchema(vectorBytes(`json/${path}`), { path });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function parseOptions(flags: readonly string[]): ParseJsonOptions {
  const has = (flag: string): boolean => flags.includes(flag);
  return {
    strict: has('--strict-json'),
    unknownFields: has('--unknown-json'),
    sizePrefixed: has('--size-prefixed'),
    forceDefaults: has('--force-defaults'),
    allowNonUtf8: has('--allow-non-utf8'),
    nestedBytes: has('--json-nested-bytes'),
  };
}

function printOptions(flags: readonly string[]): PrintJsonOptions {
  const has = (flag: string): boolean => flags.includes(flag);
  return {
    strict: has('--strict-json'),
    defaults: has('--defaults-json'),
    naturalUtf8: has('--natural-utf8'),
    allowNonUtf8: has('--allow-non-utf8'),
    sizePrefixed: has('--size-prefixed'),
    checkIdentifier: !has('--raw-binary'),
  };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
