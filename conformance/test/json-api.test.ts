// Options that flatc's library has and its command line has not.
import assert from 'node:assert/strict';
import { parseSchema } from '@fb/idl';
import type { PrintJsonOptions } from '@fb/json';
import { describe } from 'vitest';
import { jsonDeliveries } from '../src/json-deliveries.js';
import { runVectors, vectorBytes, vectorJson } from '../src/vectors.js';

interface ApiCase {
  readonly name: string;
  readonly schema: string;
  readonly input: string;
  readonly options: Readonly<Record<string, number>>;
  readonly text?: string;
  readonly bytesConsumed?: number;
  readonly binHex?: string;
  readonly error?: string;
}

describe.each(Object.entries(jsonDeliveries))('%s', (_, make) => {
  runVectors(
    'json-api',
    vectorJson<{ cases: readonly ApiCase[] }>('json/api.json').cases,
    ({ name }) => name,
    (vector) => {
      const { schema } = parseSchema(vectorBytes(`json/${vector.schema}`));
      if (schema === null) throw new Error('the schema does not compile');
      const codec = make(schema);
      const { bytes, diagnostics, consumed } = codec.parse(vector.input, {
        allowTrailing: vector.options['require_json_eof'] === 0,
        asciiProto: vector.options['parse_protobuf_ascii_alike'] === 1,
      });
      if (vector.error !== undefined) {
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          ['JSON-TRAILING'],
        );
        return;
      }
      assert.deepEqual(
        diagnostics.map(({ message }) => message),
        [],
      );
      assert.equal(Buffer.from(bytes ?? []).toString('hex'), vector.binHex);
      assert.equal(consumed, vector.bytesConsumed);
      assert.equal(codec.print(bytes ?? new Uint8Array(), printOptions(vector.options)), vector.text);
    },
  );
});

function printOptions(options: Readonly<Record<string, number>>): PrintJsonOptions {
  const indent = options['indent_step'] ?? 2;
  return {
    indent: indent < 0 ? false : indent,
    strict: options['strict_json'] === 1,
    asciiProto: [options['protobuf_ascii_alike'], options['parse_protobuf_ascii_alike']].includes(1),
    defaults: options['output_default_scalars_in_json'] === 1,
    enumNames: options['output_enum_identifiers'] !== 0,
    nestedObjects: options['json_nested_flatbuffers'] !== 0,
    flexbufferValues: options['json_nested_flexbuffers'] !== 0,
  };
}
