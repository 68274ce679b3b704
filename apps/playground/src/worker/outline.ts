// What a page needs to know of a schema to complete names and to tell types: data without cycles.
import {
  typeText,
  type EnumDef,
  type Schema,
  type StructField,
  type TableField,
  type Type,
  type UnionDef,
} from '@fb/schema';
import type { OutlineField, OutlineType, SchemaOutline } from './protocol.js';

export function outlineOf(schema: Schema): SchemaOutline {
  return {
    root: schema.root?.fullName ?? null,
    fileIdentifier: schema.fileIdentifier,
    fileExtension: schema.fileExtension,
    types: [
      ...schema.objects.map((def): OutlineType => ({
        name: def.name,
        fullName: def.fullName,
        kind: def.kind,
        fields: def.fields.map((field) => fieldOf(field)),
        values: [],
        doc: docOf(def.doc),
      })),
      ...schema.enums.map((def): OutlineType => ({
        name: def.name,
        fullName: def.fullName,
        kind: def.kind,
        fields: [],
        values: valuesOf(def),
        doc: docOf(def.doc),
      })),
    ],
  };
}

function fieldOf(field: TableField | StructField): OutlineField {
  const { name, type, doc } = field;
  const inner = type.kind === 'vector' || type.kind === 'array' ? type.element : type;
  const table = field.kind === 'tableField' ? field : null;
  return {
    name,
    type: typeText(type),
    target: targetOf(inner),
    repeated: inner !== type,
    scalar: inner.kind === 'scalar' ? inner.scalar : inner.kind === 'string' ? 'string' : null,
    required: table?.presence === 'required',
    deprecated: table?.deprecated ?? false,
    default: table === null || table.presence !== 'default' ? null : table.defaultText,
    doc: docOf(doc),
  };
}

function targetOf(type: Type): string | null {
  switch (type.kind) {
    case 'enum':
      return type.enum.fullName;
    case 'struct':
      return type.struct.fullName;
    case 'table':
      return type.table.fullName;
    case 'union':
      return type.union.fullName;
    default:
      return null;
  }
}

function valuesOf(def: EnumDef | UnionDef): OutlineType['values'] {
  if (def.kind === 'enum') return def.values.map(({ name }) => ({ name, type: null }));
  return def.members.map(({ name, type }) => ({ name, type: targetOf(type) }));
}

function docOf(doc: readonly string[]): string {
  return doc.map((line) => line.trim()).join('\n');
}
