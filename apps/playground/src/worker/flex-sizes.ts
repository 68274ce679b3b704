// The size of one value in formats: as JSON without spaces, MessagePack, a FlexBuffer, and a FlatBuffer if the schema of
// the document fits it.
import { decode } from '@fb/flexbuffers';
import { parseJson } from '@fb/json';
import { compile } from './compile.js';
import type { FlexSizes, RequestOf } from './protocol.js';

export async function flexSizes({ bytes, json, schema: input }: RequestOf<'flexSizes'>): Promise<FlexSizes> {
  const value = decode(bytes);
  const { encode } = await import('@msgpack/msgpack');
  const { schema } = compile(input);
  const flat = schema?.root === null || schema === null ? null : parseJson(schema, json, { path: 'JSON' });
  return {
    json: jsonSize(value),
    messagePack: encode(value, { useBigInt64: true, maxDepth: 2000 }).length,
    flexBuffer: bytes.length,
    flatBuffer: flat?.bytes?.length ?? null,
    misfit: flat === null ? 'the schema has no root type, or errors' : (flat.diagnostics[0]?.message ?? null),
  };
}

/** Bytes of the value as JSON; its integers may be larger than numbers are exact. */
function jsonSize(value: unknown): number {
  let quotes = 0;
  const text = JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'bigint') return each;
    quotes += 2;
    return String(each);
  });
  return new TextEncoder().encode(text).length - quotes;
}
