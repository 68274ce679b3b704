// JSON to FlexBuffers and back against the reference compiler's bytes and text.
import assert from 'node:assert/strict';
import { parseFlexJson, printFlexJson } from '@fb/json';
import { runVectors, vectorJson } from '../src/vectors.js';

interface FlexCase {
  readonly name: string;
  readonly flags: readonly string[];
  readonly input?: string;
  readonly inputHex?: string;
  readonly ok: boolean;
  readonly hex?: string;
  readonly text?: string;
  readonly textStrict?: string;
  readonly line?: number;
}

runVectors(
  'json-flex',
  vectorJson<{ cases: readonly FlexCase[] }>('flexbuffers/json.json').cases,
  ({ name }) => name,
  (vector) => {
    const source = vector.input ?? Uint8Array.from(Buffer.from(vector.inputHex ?? '', 'hex'));
    const { bytes, diagnostics } = parseFlexJson(source, {
      strict: vector.flags.includes('--strict-json'),
      allowNonUtf8: vector.flags.includes('--allow-non-utf8'),
    });
    if (!vector.ok) {
      assert.equal(bytes, null);
      const span = diagnostics[0]?.span;
      assert.equal(span?.source.position(span.start).line, vector.line);
      return;
    }
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [],
    );
    assert.equal(Buffer.from(bytes ?? []).toString('hex'), vector.hex);
    if (vector.text !== undefined) assert.equal(printFlexJson(bytes ?? new Uint8Array()), vector.text);
    if (vector.textStrict !== undefined) {
      assert.equal(printFlexJson(bytes ?? new Uint8Array(), { strict: true }), vector.textStrict);
    }
  },
);
