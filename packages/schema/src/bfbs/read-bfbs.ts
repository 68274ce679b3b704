// Reads a binary schema back to the model. Bytes are verified first; then everything they say is checked, since code
// that gets a model relies on what a model promises.
import { ByteBuffer, Encoding, hasIdentifier } from '@fb/flatbuffers';
import { freezeSchema } from '../freeze.js';
import type { Feature, Schema, SchemaFile, StructDef, TableDef } from '../model.js';
import { ADVANCED_FEATURES } from './advanced-features.js';
import { BfbsError } from './bfbs-error.js';
import { BfbsFiles } from './bfbs-files.js';
import { BfbsSource, type Place } from './bfbs-source.js';
import type { Object_ as ReflectedObject } from './generated/reflection/object.js';
import { Schema as ReflectedSchema, verifySchema } from './generated/reflection/schema.js';
import type { OpenObject } from './open.js';
import { type ReadEnum, readEnum, readMembers } from './read-enums.js';
import { featuresOf } from './read-features.js';
import { readService } from './read-services.js';
import { type ReadStruct, readStructs } from './read-structs.js';
import { type ReadTable, readTable } from './read-tables.js';
import { TypeReader } from './read-types.js';

/** Options of {@link readBfbs}. @public */
export interface ReadBfbsOptions {
  /** The name to give to the file of the schema if the bytes do not name any. Default: `schema.bfbs`. */
  readonly path?: string;
}

/** A schema, or why there is none. @public */
export type ReadResult =
  { readonly schema: Schema; readonly error: null } | { readonly schema: null; readonly error: BfbsError };

/**
 * Reads a binary schema (`.bfbs`), with or without a size prefix, as the reference compiler and {@link writeBfbs} write
 * it. Never throws for what is in the bytes: they are verified, and what they say must make sense.
 *
 * The model is the one that the schema's text gives, as far as the format keeps it. Lost are places; comments, and the
 * attributes of the language with all that only they tell (`bit_flags`, `original_order`, `nested_flatbuffer`,
 * `flexbuffer`, `hash`, `shared`), unless they were written; the order of attributes, and whether an attribute has no
 * value or `0`; defaults of strings, which are `null` then; `ulong` defaults above 2^63 - 1, which are 0; the spelling
 * of floats. Files have the names that the bytes give them. @public
 */
export function readBfbs(bytes: Uint8Array, options: ReadBfbsOptions = {}): ReadResult {
  try {
    const schema = new BfbsReader(openSchema(bytes), bytes.length, options).read();
    return { schema: freezeSchema(schema), error: null };
  } catch (error) {
    if (error instanceof BfbsError) return { schema: null, error };
    throw error;
  }
}

/** About a second of work. */
const MAX_TABLES = 10_000_000;

function openSchema(bytes: Uint8Array): ReflectedSchema {
  const sizePrefixed = !hasIdentifier(bytes, 'BFBS') && hasIdentifier(bytes, 'BFBS', { sizePrefixed: true });
  // Calls of services refer to objects that are listed as well, so there may be far more visits than tables.
  const maxTables = Math.max(MAX_TABLES, bytes.length);
  const error = verifySchema(bytes, { identifier: 'BFBS', sizePrefixed, maxTables });
  if (error !== null) throw new BfbsError(error.code, error.offset, error.path, error.message);
  const buffer = new ByteBuffer(bytes);
  return sizePrefixed
    ? ReflectedSchema.getSizePrefixedRootAsSchema(buffer)
    : ReflectedSchema.getRootAsSchema(buffer);
}

class BfbsReader {
  readonly #root: ReflectedSchema;
  readonly #source: BfbsSource;
  readonly #files: BfbsFiles;
  readonly #fileOf = (name: string): SchemaFile => this.#files.named(name);
  /** Full names of objects and enums, which must differ. */
  readonly #names = new Map<string, OpenObject | null>();

  constructor(root: ReflectedSchema, size: number, options: ReadBfbsOptions) {
    this.#root = root;
    this.#source = new BfbsSource(size);
    this.#files = new BfbsFiles(options.path ?? 'schema.bfbs');
  }

  read(): Schema {
    const source = this.#source;
    this.#files.read(source, this.#root);
    const objects = this.#readObjects();
    const enums = this.#readEnums();
    const types = new TypeReader(source, {
      objects: objects.map(({ def }) => def),
      enums: enums.map(({ def }) => def),
    });
    for (const each of enums) readMembers(source, types, each);
    readStructs(
      source,
      types,
      objects.filter((each): each is ReadStruct => each.def.kind === 'struct'),
    );
    const hasDefaults = this.#declaredFeatures().has('string and vector defaults');
    const ordered = inDefinitionOrder(objects);
    const context = { source, types, hasDefaults, findObject: objectFinder(ordered.map(({ def }) => def)) };
    for (const each of objects) if (each.def.kind === 'table') readTable(context, each as ReadTable);
    const schema = {
      objects: ordered.map(({ def }) => def),
      enums: inDefinitionOrder(enums).map(({ def }) => def),
      services: this.#readServices(),
      root: this.#readRoot(),
      fileIdentifier: this.#readIdentifier(),
      fileExtension: this.#text((encoding) => this.#root.fileExt(encoding), 'file_ext') || null,
      mainFile: this.#files.main(),
      files: this.#files.all(),
    };
    const features = [...featuresOf(schema.objects, schema.enums), ...this.#declaredFeatures()];
    return { ...schema, features: new Map(features.map((feature) => [feature, null])) };
  }

  #readObjects(): (ReadStruct | ReadTable)[] {
    const length = this.#root.objectsLength();
    this.#source.spend(length, this.#place('objects'));
    const read: (ReadStruct | ReadTable)[] = [];
    for (let i = 0; i < length; i++) {
      const table = this.#root.objects(i);
      if (table === null) continue;
      const place = { table, path: `objects[${i}]` };
      const named = this.#source.definition(table, place, this.#fileOf);
      const each: ReadStruct | ReadTable = table.isStruct()
        ? { ...place, def: { kind: 'struct', ...named, fields: [], size: 0, align: 1, key: null } }
        : { ...place, def: { kind: 'table', ...named, fields: [], writeOrder: [], key: null } };
      this.#source.unique(this.#names, named.fullName, each.def, place);
      read.push(each);
    }
    return read;
  }

  #readEnums(): ReadEnum[] {
    const length = this.#root.enumsLength();
    this.#source.spend(length, this.#place('enums'));
    const read: ReadEnum[] = [];
    for (let i = 0; i < length; i++) {
      const table = this.#root.enums(i);
      if (table === null) continue;
      const place = { table, path: `enums[${i}]` };
      const named = this.#source.definition(table, place, this.#fileOf);
      this.#source.unique(this.#names, named.fullName, null, place);
      read.push(readEnum(this.#source, table, i, place.path, named));
    }
    return read;
  }

  #readServices(): Schema['services'] {
    const length = this.#root.servicesLength();
    this.#source.spend(length, this.#place('services'));
    const names = new Map<string, null>();
    const read: (Place & { def: Schema['services'][number] })[] = [];
    for (let i = 0; i < length; i++) {
      const table = this.#root.services(i);
      if (table === null) continue;
      const place = { table, path: `services[${i}]` };
      const named = this.#source.definition(table, place, this.#fileOf);
      this.#source.unique(names, named.fullName, null, place);
      const def = readService(this.#source, table, place.path, named, (object, at) =>
        this.#tableOf(object, at),
      );
      read.push({ ...place, def });
    }
    return inDefinitionOrder(read).map(({ def }) => def);
  }

  #readRoot(): TableDef | null {
    const table = this.#root.rootTable();
    return table === null ? null : this.#tableOf(table, { table, path: 'root_table' });
  }

  /** The table of the schema that has the name of `object`. */
  #tableOf(object: ReflectedObject, place: Place): TableDef {
    const name = this.#source.text((encoding) => object.name(encoding), place);
    const def = this.#names.get(name);
    if (def?.kind === 'table') return def;
    return this.#source.fail('index', place, 'this is none of the tables of the schema');
  }

  #readIdentifier(): string | null {
    const identifier = this.#text((encoding) => this.#root.fileIdent(encoding), 'file_ident');
    const bytes = this.#root.fileIdent(Encoding.UTF8_BYTES)?.length ?? 0;
    if (bytes !== 0 && bytes !== 4)
      this.#source.fail('value', this.#place('file_ident'), `a file identifier of ${bytes} bytes`);
    return identifier || null;
  }

  /** The features that the bytes say are used. */
  #declaredFeatures(): Set<Feature> {
    const bits = this.#root.advancedFeatures();
    const known = ADVANCED_FEATURES.filter(([, bit]) => (bits & bit) !== 0n);
    if (known.reduce((sum, [, bit]) => sum + bit, 0n) !== bits)
      this.#source.fail(
        'feature',
        this.#place('advanced_features'),
        'the schema uses a feature that is not known',
      );
    return new Set(known.map(([feature]) => feature));
  }

  #text(read: Parameters<BfbsSource['text']>[0], path: string): string {
    return this.#source.text(read, this.#place(path));
  }

  #place(path: string): Place {
    return { table: this.#root, path };
  }
}

/** Lists are sorted by name; a builder of FlatBuffers writes towards lower addresses, so these tell the order. */
function inDefinitionOrder<T extends Place>(read: readonly T[]): T[] {
  return read.toSorted((a, b) => b.table.bb_pos - a.table.bb_pos);
}

/**
 * Finds the object that a name means: seen from a namespace and those around it, or, as a name may be used ahead of
 * its definition, the first object that is called so anywhere.
 */
function objectFinder(
  objects: readonly (TableDef | StructDef)[],
): (name: string, from: TableDef) => TableDef | StructDef | null {
  const byFullName = new Map(objects.map((def) => [def.fullName, def]));
  const byName = new Map(objects.toReversed().map((def) => [def.name, def]));
  return (name, { namespace }) => {
    for (let length = namespace.length; length >= 0; length--) {
      const found = byFullName.get([...namespace.slice(0, length), name].join('.'));
      if (found !== undefined) return found;
    }
    return byName.get(name) ?? null;
  };
}
