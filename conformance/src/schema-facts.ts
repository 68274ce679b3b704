// A schema as a tree of plain facts, without places: definitions name each other, so that two schemas can be compared.
// What a binary schema does not keep is left out: `stored` says what was written.
import {
  BUILTIN_ATTRIBUTES,
  isFloat,
  storedScalar,
  type Definition,
  type EnumDef,
  type Named,
  type Schema,
  type StructDef,
  type TableDef,
  type TableField,
  type Type,
  type UnionDef,
} from '@fb/schema';

/** What was written into a binary schema beside the definitions. */
export interface Stored {
  readonly comments: boolean;
  readonly builtins: boolean;
}

/** The facts of a schema that a binary schema keeps. */
export function schemaFacts(schema: Schema, stored: Stored): unknown {
  const { root, fileIdentifier, fileExtension, features } = schema;
  return {
    objects: schema.objects.map((def) => objectFacts(def, stored)),
    enums: schema.enums.map((def) => enumFacts(def, stored)),
    services: schema.services.map((def) => ({
      ...definitionFacts(def, stored),
      calls: def.calls.map((call) => ({
        ...namedFacts(call, stored),
        request: call.request.fullName,
        response: call.response.fullName,
      })),
    })),
    root: root?.fullName,
    fileIdentifier,
    fileExtension: fileExtension ?? '',
    features: [...features.keys()].toSorted(),
  };
}

function objectFacts(def: TableDef | StructDef, stored: Stored): unknown {
  const facts = { ...definitionFacts(def, stored), kind: def.kind, key: def.key?.name };
  if (def.kind === 'struct') {
    const fields = def.fields.map((field) => ({
      ...field,
      ...namedFacts(field, stored),
      type: typeText(field.type),
    }));
    return { ...facts, size: def.size, align: def.align, fields };
  }
  return {
    ...facts,
    fields: def.fields.map((field) => fieldFacts(field, stored)),
    writeOrder: stored.builtins ? def.writeOrder.map(({ name }) => name) : null,
  };
}

function fieldFacts(field: TableField, stored: Stored): unknown {
  const { type, tag, tagOf, nested } = field;
  return {
    ...field,
    ...namedFacts(field, stored),
    type: typeText(type),
    default: keptDefault(field),
    defaultText: keptText(field),
    tag: tag?.name,
    tagOf: tagOf?.name,
    nested: hasStored(field, 'nested_flatbuffer', stored) ? nested?.fullName : undefined,
    flexbuffer: hasStored(field, 'flexbuffer', stored),
    hash: hasStored(field, 'hash', stored) ? field.hash : null,
    shared: hasStored(field, 'shared', stored),
  };
}

/** Floats may be spelled in many ways. */
function keptText({ type, default: value, defaultText }: TableField): string | null {
  const scalar = storedScalar(type);
  if (scalar === null ? type.kind === 'string' : isFloat(scalar)) return null;
  return typeof value === 'bigint' && value >= 2n ** 63n ? '0' : defaultText;
}

/** The format has no room for defaults of strings, for -0, and for integers beyond 2^63 - 1. */
function keptDefault({ type, default: value }: TableField): unknown {
  if (type.kind === 'string') return null;
  if (typeof value === 'number') return value + 0;
  return typeof value === 'bigint' && value >= 2n ** 63n ? 0n : value;
}

function enumFacts(def: EnumDef | UnionDef, stored: Stored): unknown {
  const values = def.kind === 'union' ? def.discriminator : def;
  return {
    ...definitionFacts(def, stored),
    kind: def.kind,
    underlying: values.underlying,
    bitFlags: hasStored(def, 'bit_flags', stored),
    values: values.values.map((value) => ({ ...namedFacts(value, stored), value: value.value })),
    ...(def.kind === 'union' && {
      explicitUnderlying: def.explicitUnderlying,
      isItsOwn: def.discriminator.union === def,
      members: def.members.map((member) => ({
        ...namedFacts(member, stored),
        value: member.value,
        type: typeText(member.type),
      })),
    }),
  };
}

function definitionFacts(def: Definition, stored: Stored): object {
  const { namespace, fullName } = def;
  return { ...namedFacts(def, stored), namespace, fullName };
}

function namedFacts(named: Named, { comments, builtins }: Stored): object {
  const kept = named.attributes.filter((attribute) => builtins || !BUILTIN_ATTRIBUTES.has(attribute.name));
  return {
    name: named.name,
    doc: comments ? named.doc : [],
    attributes: kept.map(({ name, value }) => `${name}:${value ?? '0'}`).toSorted(),
    span: null,
  };
}

function hasStored(named: Named, name: string, { builtins }: Stored): boolean {
  return builtins && named.attributes.some((attribute) => attribute.name === name);
}

function typeText(type: Type): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar;
    case 'string':
      return 'string';
    case 'vector':
      return `${type.wide ? 'wide ' : ''}[${typeText(type.element)}]`;
    case 'array':
      return `[${typeText(type.element)}:${type.length}]`;
    case 'enum':
      return `enum ${type.enum.fullName}`;
    case 'union':
      return `union ${type.union.fullName}`;
    case 'struct':
      return `struct ${type.struct.fullName}`;
    case 'table':
      return `table ${type.table.fullName}`;
  }
}
