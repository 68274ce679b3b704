// Writes a schema as the reference compiler's `--schema -b` does, byte for byte: the order of every object and of
// every field in a table is that of the reference.
import { Builder } from '@fb/flatbuffers';
import type { Schema, SchemaFile } from '../model.js';
import { ADVANCED_FEATURES } from './advanced-features.js';
import { writeEnum, writeObject, writeService } from './definitions.js';
import { fileNames, textualAbsolutePath } from './file-names.js';
import { SchemaFile as ReflectedFile } from './generated/reflection/schema-file.js';
import { Schema as ReflectedSchema } from './generated/reflection/schema.js';
import { BfbsParts, sortedBy } from './parts.js';

/** What a binary schema holds beside the definitions. @public */
export interface WriteBfbsOptions {
  /** Documentation lines (the reference's `--bfbs-comments`). Default: left out. */
  readonly comments?: boolean;
  /** Attributes the language knows itself (`--bfbs-builtins`). Default: only declared attributes. */
  readonly builtins?: boolean;
  /**
   * The folder that file names start from (`--bfbs-filenames`); `null` for a schema without file names.
   * Default: the folder in the path of the schema's main file; if that is a bare name, no file names.
   */
  readonly projectRoot?: string | null;
  /** Absolute paths instead of names from the root (`--bfbs-absolute-paths`). Default: `//` and the path from the root. */
  readonly absolutePaths?: boolean;
  /**
   * Makes a path absolute, links resolved. Default: relative paths start at `/`, and `.` and `..` are taken out of the
   * text, which gives the right names from a root as long as no path climbs above the current folder.
   */
  readonly absolutePath?: (path: string) => string;
  /** Four bytes of length in front (`--size-prefixed`). Default: none. */
  readonly sizePrefixed?: boolean;
}

/**
 * Writes a binary schema (`.bfbs`): a FlatBuffer of the reference compiler's `reflection.fbs`, with the identifier
 * `BFBS`. The bytes are those of `flatc --schema -b` for the same schema and options.
 *
 * Defaults of strings and vectors have no place in the format, nor have `ulong` defaults above 2^63 - 1, which
 * are written as 0. @public
 */
export function writeBfbs(schema: Schema, options: WriteBfbsOptions = {}): Uint8Array {
  const { comments = false, builtins = false, sizePrefixed = false, projectRoot } = options;
  const { absolutePaths = false, absolutePath = textualAbsolutePath } = options;
  const names = fileNames(schema.mainFile.path, projectRoot, absolutePaths, absolutePath);
  const objects = sortedBy(schema.objects, (def) => def.fullName);
  const enums = sortedBy(schema.enums, (def) => def.fullName);
  const positions = { objects: indexIn(objects), enums: indexIn(enums) };
  const builder = new Builder(1024);
  const parts = new BfbsParts(builder, { comments, builtins, fileName: names ?? (() => '') });

  const objectAt = writeAll(schema.objects, (def) => writeObject(parts, def, positions));
  const enumAt = writeAll(schema.enums, (def) => writeEnum(parts, def, positions));
  const serviceAt = writeAll(schema.services, (def) => writeService(parts, def, objectAt));
  const files = names === null ? 0 : writeFiles(parts, schema.files, names);

  const objectsAt = builder.createOffsetVector(objects.map(objectAt));
  const enumsAt = builder.createOffsetVector(enums.map(enumAt));
  const identAt = parts.string(schema.fileIdentifier ?? '');
  const extAt = parts.string(schema.fileExtension ?? '');
  const services = sortedBy(schema.services, (def) => def.fullName);
  const servicesAt = builder.createOffsetVector(services.map(serviceAt));

  ReflectedSchema.startSchema(builder);
  ReflectedSchema.addAdvancedFeatures(builder, advancedFeatures(schema));
  ReflectedSchema.addFbsFiles(builder, files);
  ReflectedSchema.addServices(builder, servicesAt);
  ReflectedSchema.addRootTable(builder, schema.root === null ? 0 : objectAt(schema.root));
  ReflectedSchema.addFileExt(builder, extAt);
  ReflectedSchema.addFileIdent(builder, identAt);
  ReflectedSchema.addEnums(builder, enumsAt);
  ReflectedSchema.addObjects(builder, objectsAt);
  builder.finish(ReflectedSchema.endSchema(builder), 'BFBS', sizePrefixed);
  return builder.asUint8Array().slice();
}

/** The files in order of the path they were opened by; the vector of them in order of their names. */
function writeFiles(parts: BfbsParts, files: readonly SchemaFile[], names: (path: string) => string): number {
  const { builder } = parts;
  const written = files.map((file) => {
    const name = names(file.path);
    const nameAt = parts.pooled(name);
    const includes = builder.createOffsetVector(file.includes.map((path) => parts.pooled(names(path))));
    ReflectedFile.startSchemaFile(builder);
    ReflectedFile.addIncludedFilenames(builder, includes);
    ReflectedFile.addFilename(builder, nameAt);
    return { name, at: ReflectedFile.endSchemaFile(builder) };
  });
  return builder.createOffsetVector(sortedBy(written, (file) => file.name).map((file) => file.at));
}

function advancedFeatures(schema: Schema): bigint {
  let bits = 0n;
  for (const [feature, bit] of ADVANCED_FEATURES) if (schema.features.has(feature)) bits |= bit;
  return bits;
}

/** Writes definitions in their order, which is not the order they are listed in; gives a look-up of their offsets. */
function writeAll<T>(defs: readonly T[], write: (def: T) => number): (def: T) => number {
  const offsets = defs.map(write);
  return lookUp(new Map(defs.map((def, index) => [def, offsets[index] ?? 0])));
}

function indexIn<T>(defs: readonly T[]): (def: T) => number {
  return lookUp(new Map(defs.map((def, index) => [def, index])));
}

function lookUp<T>(map: ReadonlyMap<T, number>): (key: T) => number {
  return (key) => {
    const value = map.get(key);
    if (value === undefined) throw new Error('a schema refers to a definition that it does not list');
    return value;
  };
}
