import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { inspectFlatBuffer, type Region } from '../src/index.js';
import { regionsOf, tilingFault, vectorJson, vectorSchema } from './buffers.js';

interface JsonCase {
  readonly name: string;
  readonly schema: string;
  readonly flags: readonly string[];
  readonly binHex?: string;
}

interface VerifierCase {
  readonly name: string;
  readonly kind: string;
  /** Whether the reference accepts it. */
  readonly expect: boolean;
  readonly maxDepth: number;
  readonly maxTables: number;
  readonly hex: string;
}

/** Where the reference writes what is not in order: the kind of damage. */
const STRANGE: ReadonlyMap<string, string> = new Map([
  // Tags without values.
  ['union_bad_num_alone', 'union'],
  ['union_only_type', 'union'],
  ['union_type_null_value', 'union'],
  ['unionvec_types_longer', 'union'],
  ['unionvec_only_types', 'union'],
  // On request, strings of any bytes.
  ['esc_nonutf8_raw', 'utf8'],
  ['esc_nonutf8_text_refused', 'utf8'],
  ['esc_nonutf8_natural', 'utf8'],
  // A nested buffer gets a size prefix too, which nothing tells the reader.
  ['nested_size_prefixed', 'bounds unreferenced'],
  // Between the count and the elements of a vector with a 64-bit count.
  ['far_v3', 'unreferenced'],
  ['far_v4', 'unreferenced'],
]);

describe('buffers that the reference compiler wrote from JSON', () => {
  const { cases } = vectorJson<{ cases: JsonCase[] }>('json/index.json');
  const schemas = new Map<string, Schema>();
  const good = cases.filter(({ binHex }) => binHex !== undefined && binHex !== '');

  it.each(good)('$name', ({ name, schema: path, flags, binHex = '' }) => {
    const schema = schemas.get(path) ?? vectorSchema(`json/${path}`);
    schemas.set(path, schema);
    const inspection = inspectFlatBuffer(schema, fromHex(binHex), {
      sizePrefixed: flags.includes('--size-prefixed'),
    });
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.complete).toBe(true);
    expect(new Set(regionsOf(inspection).flatMap(faults))).toEqual(
      new Set(STRANGE.get(name)?.split(' ') ?? []),
    );
    expect(STRANGE.has(name) ? null : inspection.verdict).toBeNull();
  });
});

describe('buffers of the verifier', () => {
  const { cases } = vectorJson<{ cases: VerifierCase[] }>('verifier/index.json');
  const schema = vectorSchema('verifier/verify.fbs');
  const plain = cases.filter(({ kind, hex }) => kind === 'plain' && hex !== '');

  it.each(plain)('$name', (vector) => {
    const inspection = inspectFlatBuffer(schema, fromHex(vector.hex));
    expect(tilingFault(inspection)).toBeNull();
    const damaged = regionsOf(inspection).some(({ damage }) => damage?.severity === 'error');
    const { verdict } = inspection;
    // Limits are not damage.
    const limited = vector.maxDepth !== 64 || vector.maxTables !== 1_000_000 || verdict?.code === 'depth';
    expect(damaged || limited || (vector.expect && verdict === null)).toBe(true);
  });
});

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function faults({ damage, overlaps, role }: Region): string[] {
  if (damage !== null) return [damage.code];
  return overlaps || role === 'unknown' ? [role] : [];
}
