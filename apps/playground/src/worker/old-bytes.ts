// Bytes across versions of a schema: the document is written with one, and read with the other.
import { FlatBufferError, verify } from '@fb/flatbuffers';
import { parseJson, printJson, UnprintableError } from '@fb/json';
import { type Schema, tableLayout } from '@fb/schema';
import { compile } from './compile.js';
import type { CrossReading, OldBytesResult, RequestOf } from './protocol.js';

/** Longer texts are nothing to compare in a page. In bytes. */
const MAX_TEXT = 1 << 20;

export function oldBytes({ base, next, json }: RequestOf<'oldBytes'>): OldBytesResult | null {
  const before = compile(base).schema;
  const after = compile(next).schema;
  if (before === null || after === null) return null;
  return { oldData: cross(before, after, json), newData: cross(after, before, json) };
}

function cross(writer: Schema, reader: Schema, json: string): CrossReading {
  const nothing = { size: 0, left: null, refused: null, written: '', read: '' };
  const strict = parseJson(writer, json, { path: 'JSON' });
  const { bytes, diagnostics } =
    strict.bytes === null ? parseJson(writer, json, { path: 'JSON', unknownFields: true }) : strict;
  if (bytes === null) return { ...nothing, problem: diagnostics[0]?.message ?? 'the JSON has errors' };
  if (reader.root === null) return { ...nothing, problem: 'the reading schema has no root type' };
  const error = verify(bytes, tableLayout(reader.root));
  return {
    problem: null,
    size: bytes.length,
    left: strict.bytes === null ? (strict.diagnostics[0]?.message ?? null) : null,
    refused: error?.message ?? null,
    written: text(writer, bytes),
    read: error === null ? text(reader, bytes) : '',
  };
}

/** The bytes as text, or why there is none. */
function text(schema: Schema, bytes: Uint8Array): string {
  try {
    return printJson(schema, bytes, { strict: true, checkIdentifier: false, maxTextSize: MAX_TEXT });
  } catch (error) {
    if (!(error instanceof FlatBufferError || error instanceof UnprintableError)) throw error;
    return error.message;
  }
}
