// What a file of the command line is: a schema, data of one, or data without one.
import type { InputFile } from './arguments.js';
import type { DiskHost } from './host.js';
import type { Input, Loaded, SchemaInput } from './input.js';
import { loadData } from './load-data.js';
import { loadFlexBuffer } from './load-flexbuffer.js';
import { isSchemaPath } from './load-schema.js';
import type { SchemaCache } from './schema-cache.js';
import type { Settings } from './settings.js';

/** Reads `file`, schemas by way of `schemas`; if it is data it belongs to `schema`, the last one before it. */
export function loadInput(
  file: InputFile,
  schema: SchemaInput | null,
  host: DiskHost,
  settings: Readonly<Settings>,
  schemas: SchemaCache,
): Promise<Loaded<Input>> {
  if (settings.flexbuffers) return loadFlexBuffer(file, host, settings);
  if (isSchemaPath(file.path) && !file.binary) return schemas.load(file.path, host, settings);
  return loadData(file, schema, host, settings);
}
