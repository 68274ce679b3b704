// Tables: the class that reads one.
import { blank, Scope, type Code } from '@fb/codegen';
import type { TableDef, TableField } from '@fb/schema';
import type { Context } from './context.js';
import { documented, typeCode, WORDS } from './language.js';
import { nameFunction, typeTableMember } from './members.js';
import { nativeTable } from './native.js';
import { nativeCode, nativeFunctions, nativeMembers } from './object-api.js';
import { merged, type Parts } from './parts.js';
import { fb, macro } from './runtime.js';
import { builderCode } from './table-builder.js';
import { readers, unionSpecializations, type TableNames } from './table-reader.js';
import { structGetField, traitsOf } from './traits.js';
import { verifyMethod } from './verifier.js';
import { liveFields } from './write-calls.js';

/** Everything of a table. */
export function tableParts(context: Context, def: TableDef): Parts {
  const names = tableNames(context, def);
  const native = nativeCode(context, def);
  const functions = nativeFunctions(context, def);
  const traits = traitsOf(context, def);
  const fields = liveFields(def);
  const parts: Parts = {
    types: [
      documented(def.doc, classCode(context, def, names)),
      fields.map((field) => {
        const code = unionSpecializations(context, def, field, names);
        return Array.isArray(code) && code.length === 0 ? [] : [blank, code];
      }),
      blank,
      builderCode(context, def, names),
      traits.definition,
      blank,
    ],
    bodies: [],
  };
  return merged([{ types: [native.types, blank], bodies: native.bodies }, parts, functions]);
}

function classCode(context: Context, def: TableDef, names: TableNames): Code {
  const { settings } = context;
  const fields = liveFields(def);
  const slots = fields.map(
    (field, i) => `${names.slot(field)} = ${field.vtableOffset}${i < fields.length - 1 ? ',' : ''}`,
  );
  const type = context.names.local(def);
  const embedded = settings.binarySchema === null ? null : context.schema.root;
  return typeCode(`struct ${type} ${macro('FINAL_CLASS')} : private ${fb('Table')}`, [
    settings.objectApi ? `typedef ${nativeTable(context, def)} NativeTableType;` : [],
    type === 'Builder' ? [] : `typedef ${context.names.ref(def, 'builder')} Builder;`,
    embedded === null ? [] : `typedef ${context.names.ref(embedded)}BinarySchema BinarySchema;`,
    traitsOf(context, def).declaration,
    typeTableMember(context, def),
    nameFunction(context, def, ''),
    def.fields.length === 0
      ? []
      : typeCode(`enum FlatBuffersVTableOffset ${macro('VTABLE_UNDERLYING_TYPE')}`, slots),
    fields.map((field) => documented(field.doc, readers(context, def, field, names))),
    verifyMethod(context, fields, names),
    structGetField(context, def),
    nativeMembers(context, def),
  ]);
}

/** The names inside a table's class. */
export function tableNames(context: Context, def: TableDef): TableNames {
  const accessors = def.fields.map((field) => context.names.field(def, field));
  const taken = new Set([context.names.local(def), ...accessors]);
  const scope = new Scope(WORDS, taken);
  const slots = new Map<TableField, string>();
  for (const field of def.fields)
    slots.set(field, scope.claim(`VT_${context.names.field(def, field).toUpperCase()}`));
  const derived = new Map<string, string>();
  return {
    of: (field) => context.names.field(def, field),
    slot: (field) => slots.get(field) ?? '',
    base: (name) => (taken.has(name) ? `${fb('Table')}::${name}` : name),
    derived(wish) {
      const known = derived.get(wish) ?? scope.claim(wish);
      derived.set(wish, known);
      return known;
    },
  };
}
