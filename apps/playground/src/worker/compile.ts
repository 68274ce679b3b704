// Text to schema, remembered: every request names the schema it is about by its texts, and most are about the same one.
import { loadSchema, memoryHost, type LoadResult } from '@fb/idl';
import type { SchemaInput } from './protocol.js';

/** Enough for a document, the schema it is compared with, and one of each that is just being edited. */
const REMEMBERED = 4;

const remembered = new Map<string, LoadResult>();

/** Compiles a schema, or gives what came of it the last time. */
export function compile({ files, entry }: SchemaInput): LoadResult {
  const key = JSON.stringify([entry, files]);
  const known = remembered.get(key);
  remembered.delete(key);
  const result =
    known ?? loadSchema(entry, memoryHost(Object.fromEntries(files.map(({ path, text }) => [path, text]))));
  remembered.set(key, result);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(oldest);
  }
  return result;
}
