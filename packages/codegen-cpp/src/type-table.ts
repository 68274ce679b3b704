// Mini-reflection: constants that tell `minireflect.h` what a type is made of.
import { block, type Code } from '@fb/codegen';
import { storedScalar, type ScalarName, type Type } from '@fb/schema';
import type { Context } from './context.js';
import { quoted } from './language.js';
import { integerLiteral } from './literal.js';
import type { TypeDef } from './names.js';
import { inlineWord, outOfLine, type Parts } from './parts.js';
import { fb } from './runtime.js';

const CODES: Readonly<Record<ScalarName, Parameters<typeof fb>[0]>> = {
  bool: 'ET_BOOL',
  byte: 'ET_CHAR',
  ubyte: 'ET_UCHAR',
  short: 'ET_SHORT',
  ushort: 'ET_USHORT',
  int: 'ET_INT',
  uint: 'ET_UINT',
  long: 'ET_LONG',
  ulong: 'ET_ULONG',
  float: 'ET_FLOAT',
  double: 'ET_DOUBLE',
};

/** A field, value or member as the table knows it. */
interface Entry {
  readonly code: Parameters<typeof fb>[0];
  readonly repeating: boolean;
  readonly type: TypeDef | null;
  readonly length: number | null;
  readonly name: string;
}

/** The declaration that classes rely on. */
export function typeTableDeclaration(context: Context, def: TypeDef): Code {
  if (context.settings.reflect === 'none') return [];
  return `${inlineWord(context)}const ${fb('TypeTable')} *${context.names.local(def, 'typeTable')}();`;
}

/** The function that gives the table of a type. */
export function typeTableParts(context: Context, def: TypeDef): Parts {
  const { names, settings } = context;
  if (settings.reflect === 'none') return { types: [], bodies: [] };
  const entries = entriesOf(context, def);
  const refs = [...new Set(entries.flatMap(({ type }) => (type === null ? [] : [type])))];
  const sizes = entries.flatMap(({ length }) => (length === null ? [] : [String(length)]));
  const values = valuesOf(def);
  const isNamed = settings.reflect === 'names' && entries.length > 0;
  const codes = entries.map(
    ({ code, repeating, type }) =>
      `{ ${fb(code)}, ${repeating ? 1 : 0}, ${type === null ? -1 : refs.indexOf(type)} }`,
  );
  const kind = { enum: 'ST_ENUM', union: 'ST_UNION', struct: 'ST_STRUCT', table: 'ST_TABLE' } as const;
  const fields = [
    fb(kind[def.kind]),
    String(entries.length),
    entries.length > 0 ? 'type_codes' : 'nullptr',
    refs.length > 0 ? 'type_refs' : 'nullptr',
    sizes.length > 0 ? 'array_sizes' : 'nullptr',
    values.length > 0 ? 'values' : 'nullptr',
    isNamed ? 'names' : 'nullptr',
  ];
  return outOfLine(context, {
    head: (declared) => `const ${fb('TypeTable')} *${names.local(def, 'typeTable')}()${declared}`,
    body: [
      list(`static const ${fb('TypeCode')} type_codes`, codes),
      list(
        `static const ${fb('TypeFunction')} type_refs`,
        refs.map((ref) => names.ref(ref, 'typeTable')),
      ),
      list('static const int16_t array_sizes', sizes),
      list('static const int64_t values', values),
      isNamed
        ? list(
            'static const char * const names',
            entries.map(({ name }) => quoted(name)),
          )
        : [],
      `static const ${fb('TypeTable')} table = { ${fields.join(', ')} };`,
      'return &table;',
    ],
  });
}

/** A constant array; none if there is nothing in it. */
function list(head: string, items: readonly string[]): Code {
  if (items.length === 0) return [];
  const lines = items.map((item, i) => `${item}${i < items.length - 1 ? ',' : ''}`);
  return block(`${head}[] = {`, lines, '};');
}

function entriesOf(context: Context, def: TypeDef): readonly Entry[] {
  switch (def.kind) {
    case 'enum':
      return def.values.map(({ name }) => ({
        code: CODES[def.underlying],
        repeating: false,
        type: def,
        length: null,
        name,
      }));
    case 'union': {
      const members = new Map(def.members.map(({ value, type }) => [value, type]));
      return def.discriminator.values.map(({ name, value }) => {
        const type = members.get(value);
        return { code: 'ET_SEQUENCE', ...(type === undefined ? NOTHING : entryType(type)), name };
      });
    }
    default:
      return def.fields.map((field) => ({ ...entryType(field.type), name: context.names.field(def, field) }));
  }
}

const NOTHING = { repeating: false, type: null, length: null } as const;

function entryType(type: Type): Omit<Entry, 'name'> {
  switch (type.kind) {
    case 'vector':
      return { ...entryType(type.element), repeating: true };
    case 'array':
      return { ...entryType(type.element), repeating: true, length: type.length };
    case 'string':
      return { ...NOTHING, code: 'ET_STRING' };
    case 'struct':
      return { ...NOTHING, code: 'ET_SEQUENCE', type: type.struct };
    case 'table':
      return { ...NOTHING, code: 'ET_SEQUENCE', type: type.table };
    case 'union':
      return { ...NOTHING, code: 'ET_SEQUENCE', type: type.union };
    case 'enum':
      return type.enum.union === null
        ? { ...NOTHING, code: CODES[type.enum.underlying], type: type.enum }
        : { ...NOTHING, code: 'ET_UTYPE', type: type.enum.union };
    case 'scalar':
      return { ...NOTHING, code: CODES[storedScalar(type) ?? 'ubyte'] };
  }
}

/** Values of an enum that do not just count from 0; of a struct the offsets of its fields and its size. */
function valuesOf(def: TypeDef): readonly string[] {
  if (def.kind === 'struct') return [...def.fields.map(({ offset }) => String(offset)), String(def.size)];
  if (def.kind === 'table') return [];
  const { values } = def.kind === 'union' ? def.discriminator : def;
  if (values.every(({ value }, i) => value === BigInt(i))) return [];
  return values.map(({ value }) => integerLiteral('long', BigInt.asIntN(64, value)));
}
