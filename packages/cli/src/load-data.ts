// A data file of the command line to a buffer: from JSON text, or a binary, which whoever uses its bytes verifies.
import type { Diagnostic } from '@fb/diagnostics';
import type { InputFile } from './arguments.js';
import type { DiskHost } from './host.js';
import { notLoaded, type DataInput, type Loaded, type SchemaInput } from './input.js';
import { messages } from './messages.js';
import { noRoot } from './no-root.js';
import type { Settings } from './settings.js';
import { isWorthCompiling } from './worth-compiling.js';

/** Reads `file` as data of the schema that stands before it on the command line, if one does. */
export async function loadData(
  file: InputFile,
  current: SchemaInput | null,
  host: DiskHost,
  settings: Readonly<Settings>,
): Promise<Loaded<DataInput>> {
  const { path } = file;
  const content = host.read(path);
  if ('reason' in content)
    return notLoaded(messages.create('FILE-READ', null, { path, reason: content.reason }));
  if (current === null) {
    const hint = `name the schema before it: flatc ... SCHEMA.fbs ${path}`;
    return notLoaded(messages.create('DATA-NO-SCHEMA', null, { path }, { hint }));
  }
  const schema = current.dataSchema;
  if (schema.root === null) return notLoaded(noRoot(path, current.path));
  return file.binary
    ? loadBinary(path, content.bytes, current, settings)
    : loadText(path, content.bytes, current, settings);
}

async function loadText(
  path: string,
  source: Uint8Array,
  { dataSchema: schema, sources }: SchemaInput,
  settings: Readonly<Settings>,
): Promise<Loaded<DataInput>> {
  const zero = findZeroByte(path, source);
  if (zero !== null) return notLoaded(zero);
  const { JsonCodec } = await import('@fb/json');
  const codec = new JsonCodec(schema, { compile: isWorthCompiling(source.length) });
  const { bytes, diagnostics } = codec.parse(source, {
    path,
    strict: settings.strictJson,
    unknownFields: settings.unknownJson,
    allowNonUtf8: settings.allowNonUtf8,
    nestedBytes: settings.jsonNestedBytes,
    base64: settings.jsonBase64,
    forceDefaults: settings.forceDefaults,
    sizePrefixed: settings.sizePrefixed,
  });
  return {
    input: bytes === null ? null : { kind: 'data', path, schema, sources, bytes, binary: false },
    diagnostics,
  };
}

function loadBinary(
  path: string,
  bytes: Uint8Array,
  current: SchemaInput,
  { rawBinary, sizePrefixed }: Readonly<Settings>,
): Loaded<DataInput> {
  const { dataSchema: schema, sources } = current;
  if (!rawBinary) {
    const mistaken = checkIdentifier(path, bytes, current, sizePrefixed ? 8 : 4);
    if (mistaken !== null) return notLoaded(mistaken);
  }
  return { input: { kind: 'data', path, schema, sources, bytes, binary: true }, diagnostics: [] };
}

/** What is wrong with a text that has a zero byte: it is no text. */
export function findZeroByte(path: string, source: Uint8Array): Diagnostic | null {
  const offset = source.indexOf(0);
  if (offset < 0) return null;
  const hint = `if it is a buffer, put it after --: flatc ... -- ${path}`;
  return messages.create('DATA-BINARY', null, { path, offset }, { hint });
}

/** A buffer too short for an identifier passes: verifying it says more. */
function checkIdentifier(
  path: string,
  bytes: Uint8Array,
  current: SchemaInput,
  offset: number,
): Diagnostic | null {
  const extras = { hint: 'to read it all the same, give --raw-binary' };
  const expected = current.schema.fileIdentifier;
  if (expected === null) {
    return messages.create('DATA-NO-IDENTIFIER', null, { path, schema: current.path }, extras);
  }
  if (bytes.length < offset + 4) return null;
  const found = Buffer.from(bytes.subarray(offset, offset + 4));
  if (found.equals(Buffer.from(expected))) return null;
  const shown = found.toString('latin1').replace(/[^ -~]/g, '.');
  return messages.create('DATA-IDENTIFIER', null, { path, offset, found: shown, expected }, extras);
}
