// What a link holds, and reading it from data that anybody may have written: every part is checked.
import { GENERATORS } from '../code/generators.js';
import type { DocumentState } from '../document.js';
import { isSchemaPath } from '../schema/schema-path.js';
import type { GeneratorId, GeneratorOptions, SchemaFile } from '../worker/protocol.js';

/** A document with what its reader looked at. */
export interface SharedState extends DocumentState {
  readonly tab: string;
  readonly generator: GeneratorId;
  readonly options: Readonly<Partial<Record<GeneratorId, GeneratorOptions>>>;
}

const GENERATOR_IDS: readonly GeneratorId[] = GENERATORS.map(({ id }) => id);
const MOST_FILES = 1000;

/** The state in parsed JSON; `null` if it is none. */
export function readSharedState(value: unknown): SharedState | null {
  if (!isObject(value)) return null;
  const { files, entry, json, bytes, sizePrefixed, flex, base, tab, generator, options } = value;
  if (!Array.isArray(files) || files.length === 0 || files.length > MOST_FILES || !files.every(isFile))
    return null;
  const paths = new Set(files.map(({ path }) => path));
  if (paths.size < files.length || typeof entry !== 'string' || !paths.has(entry)) return null;
  if (typeof json !== 'string' || typeof flex !== 'string' || typeof base !== 'string') return null;
  if (bytes !== null && typeof bytes !== 'string') return null;
  return {
    files: files.map(({ path, text }) => ({ path, text })),
    entry,
    json,
    bytes,
    sizePrefixed: sizePrefixed === true,
    flex,
    base,
    tab: typeof tab === 'string' ? tab : '',
    generator: GENERATOR_IDS.find((id) => id === generator) ?? 'typescript',
    options: readOptions(options),
  };
}

function readOptions(value: unknown): SharedState['options'] {
  if (!isObject(value)) return {};
  const read: Partial<Record<GeneratorId, GeneratorOptions>> = {};
  for (const id of GENERATOR_IDS) {
    const given = value[id];
    if (!isObject(given)) continue;
    const plain = Object.entries(given).filter(
      (each): each is [string, boolean | string] =>
        typeof each[1] === 'boolean' || typeof each[1] === 'string',
    );
    read[id] = Object.fromEntries(plain);
  }
  return read;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFile(value: unknown): value is SchemaFile {
  if (!isObject(value)) return false;
  const { path, text } = value;
  return typeof path === 'string' && isSchemaPath(path) && typeof text === 'string';
}
