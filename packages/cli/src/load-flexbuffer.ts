// --flexbuffers: a data file without a schema to a verified FlexBuffer.
import type { InputFile } from './arguments.js';
import type { DiskHost } from './host.js';
import { notLoaded, type FlexBufferInput, type Loaded } from './input.js';
import { findZeroByte } from './load-data.js';
import { isSchemaPath } from './load-schema.js';
import { messages } from './messages.js';
import type { Settings } from './settings.js';

/**
 * Reads `file`. flatc takes it for JSON text unless only text is asked for: then it is a FlexBuffer already, without `--`;
 * a file after `--` is always one here.
 */
export async function loadFlexBuffer(
  file: InputFile,
  host: DiskHost,
  settings: Readonly<Settings>,
): Promise<Loaded<FlexBufferInput>> {
  const { path } = file;
  if (isSchemaPath(path) && !file.binary) return notLoaded(messages.create('FLEX-NO-SCHEMA', null, { path }));
  const content = host.read(path);
  if ('reason' in content)
    return notLoaded(messages.create('FILE-READ', null, { path, reason: content.reason }));
  const { generators } = settings;
  return file.binary || (generators.includes('json') && !generators.includes('binary'))
    ? loadBinary(path, content.bytes)
    : loadText(path, content.bytes, settings);
}

async function loadText(
  path: string,
  source: Uint8Array,
  settings: Readonly<Settings>,
): Promise<Loaded<FlexBufferInput>> {
  const zero = findZeroByte(path, source);
  if (zero !== null) return notLoaded(zero);
  const { parseFlexJson } = await import('@fb/json');
  const { strictJson: strict, allowNonUtf8 } = settings;
  const { bytes, diagnostics } = parseFlexJson(source, { path, strict, allowNonUtf8 });
  return { input: bytes === null ? null : { kind: 'flexbuffer', path, bytes }, diagnostics };
}

async function loadBinary(path: string, bytes: Uint8Array): Promise<Loaded<FlexBufferInput>> {
  const { verify } = await import('@fb/flexbuffers');
  const damage = verify(bytes);
  if (damage === null) return { input: { kind: 'flexbuffer', path, bytes }, diagnostics: [] };
  return notLoaded(messages.create('DATA-DAMAGED', null, { path, reason: damage.message }));
}
