// What every part of the generator needs to know, computed once.
import { servicesOf } from '@fb/codegen';
import type { Schema, ServiceDef, StructDef, TableDef } from '@fb/schema';
import { namesOf, type Names, type TypeDef } from './names.js';
import type { Settings } from './options.js';

/** Schema, settings, names, and what is to be generated. */
export interface Context {
  readonly schema: Schema;
  readonly settings: Settings;
  readonly names: Names;
  /** Definitions whose code goes into this header. */
  readonly enums: Schema['enums'];
  /** Each struct after those it holds. */
  readonly structs: readonly StructDef[];
  readonly tables: readonly TableDef[];
  /** The services to write gRPC code for. */
  readonly services: readonly ServiceDef[];
  /** Whether any field of the schema needs 64-bit offsets: then the builder is another one everywhere. */
  readonly wide: boolean;
}

/** Prepares the generation of `schema`. */
export function contextOf(schema: Schema, settings: Settings): Context {
  const isHere = (def: TypeDef): boolean => settings.generateAll || def.file.path === schema.mainFile.path;
  return {
    schema,
    settings,
    names: namesOf(schema, settings),
    enums: schema.enums.filter(isHere),
    structs: sortedStructs(schema.objects.filter((def) => def.kind === 'struct').filter(isHere)),
    tables: schema.objects.filter((def) => def.kind === 'table').filter(isHere),
    services: settings.grpc ? servicesOf(schema, settings.generateAll) : [],
    wide: schema.features.has('64-bit offsets'),
  };
}

/** Structs are stored in place, so C++ must have seen what a struct holds. Their nesting is finite. */
function sortedStructs(defs: readonly StructDef[]): readonly StructDef[] {
  const wanted = new Set(defs);
  const sorted = new Set<StructDef>();
  // An explicit stack: structs may be nested deeper than calls can be.
  for (const def of defs) {
    const stack: { readonly def: StructDef; next: number }[] = [{ def, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const field = top.def.fields[top.next++];
      if (field === undefined) {
        sorted.add(top.def);
        stack.pop();
        continue;
      }
      const type = field.type.kind === 'array' ? field.type.element : field.type;
      if (type.kind === 'struct' && wanted.has(type.struct) && !sorted.has(type.struct))
        stack.push({ def: type.struct, next: 0 });
    }
  }
  return [...sorted];
}
