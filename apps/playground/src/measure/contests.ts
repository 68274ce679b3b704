// What is measured: pieces of work that are done with the document as a FlatBuffer and as JSON, in the same words.
import { verify } from '@fb/flatbuffers';
import { loadSchema, memoryHost } from '@fb/idl';
import { JsonCodec, parseJson, printJson } from '@fb/json';
import { tableLayout } from '@fb/schema';
import type { SchemaInput } from '../worker/protocol.js';
import type { ContestId } from './contest-titles.js';

export interface Runner {
  readonly contest: ContestId;
  readonly format: 'FlatBuffer' | 'JSON';
  /** What is run, in the words of code. */
  readonly call: string;
  readonly run: () => unknown;
}

export interface Prepared {
  readonly runners: readonly Runner[];
  /** Sizes of the data, in bytes. */
  readonly flatBuffer: number;
  readonly json: number;
}

/** Makes the work ready from a document, or says why it cannot be. */
export function prepare(
  { files, entry }: SchemaInput,
  text: string,
): Prepared | { readonly problem: string } {
  const host = memoryHost(Object.fromEntries(files.map((file) => [file.path, file.text])));
  const { schema } = loadSchema(entry, host);
  if (schema === null) return { problem: 'The schema has errors.' };
  if (schema.root === null) return { problem: 'The schema has no root type.' };
  const { bytes } = parseJson(schema, text);
  if (bytes === null) return { problem: 'The JSON has errors.' };
  // What the document says as strict JSON without spaces, which every parser reads.
  const compact = printJson(schema, bytes, { strict: true, indent: false });
  const jsonBytes = new TextEncoder().encode(compact);
  const layout = tableLayout(schema.root);
  const codec = new JsonCodec(schema);
  const object = codec.decode(bytes);
  const plain: unknown = JSON.parse(compact);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return {
    flatBuffer: bytes.length,
    json: jsonBytes.length,
    runners: [
      {
        contest: 'open',
        format: 'FlatBuffer',
        call: 'verify(bytes, layout)',
        run: () => verify(bytes, layout),
      },
      {
        contest: 'open',
        format: 'JSON',
        call: 'JSON.parse(text of bytes)',
        run: () => JSON.parse(decoder.decode(jsonBytes)) as unknown,
      },
      {
        contest: 'decode',
        format: 'FlatBuffer',
        call: 'codec.decode(bytes)',
        run: () => codec.decode(bytes),
      },
      {
        contest: 'decode',
        format: 'JSON',
        call: 'JSON.parse(text of bytes)',
        run: () => JSON.parse(decoder.decode(jsonBytes)) as unknown,
      },
      {
        contest: 'encode',
        format: 'FlatBuffer',
        call: 'codec.encode(object)',
        run: () => codec.encode(object),
      },
      {
        contest: 'encode',
        format: 'JSON',
        call: 'bytes of JSON.stringify(object)',
        run: () => encoder.encode(JSON.stringify(plain)),
      },
    ],
  };
}
