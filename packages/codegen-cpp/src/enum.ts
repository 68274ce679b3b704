// Enums: the declaration, the list of values, the names.
import { blank, block, type Code } from '@fb/codegen';
import type { EnumDef } from '@fb/schema';
import type { Context } from './context.js';
import { braces, documented, quoted, typeCode } from './language.js';
import { enumeratorValue, integerLiteral, underlyingType } from './literal.js';
import { outOfLine, type Parts } from './parts.js';
import { fb, macro } from './runtime.js';

/** More gaps than this for each value, and names are found by a switch instead of a table. */
const SPARSE = 5n;

/** Everything of an enum, or of the tags of a union. */
export function enumParts(context: Context, def: EnumDef, doc: readonly string[] = def.doc): Parts {
  const { settings } = context;
  const declaration = documented(doc, enumDeclaration(context, def));
  if (settings.minifyEnums) return { types: declaration, bodies: [] };
  const functions = [valuesFunction(context, def), ...nameFunctions(context, def)];
  return {
    types: [
      declaration,
      def.bitFlags && settings.scopedEnums ? [blank, flagOperators(context, def)] : [],
      functions.map((each) => [blank, each.types]),
    ],
    bodies: functions.map((each) => [blank, each.bodies]),
  };
}

function enumDeclaration(context: Context, def: EnumDef): Code {
  const { names, settings } = context;
  // C++ before 2011 could not say what an enum is stored as.
  const typed = settings.scopedEnums || settings.standard !== 'c++0x' ? ` : ${underlyingType(def)}` : '';
  const members = [
    ...def.values.map((value) => ({
      doc: value.doc,
      name: names.enumerator(def, value),
      value: enumeratorValue(def.underlying, value.value),
    })),
    ...extras(context, def).map((extra) => ({ ...extra, doc: [] })),
  ];
  const lines = members.map(({ doc, name, value }, i) =>
    documented(doc, `${name} = ${value}${i < members.length - 1 ? ',' : ''}`),
  );
  return typeCode(`enum ${settings.scopedEnums ? 'class ' : ''}${names.local(def)}${typed}`, lines);
}

/** Enumerators that are no values of the schema: the ends of the range, or no flag and all flags. */
function extras(
  context: Context,
  def: EnumDef,
): readonly { readonly name: string; readonly value: string }[] {
  const { names } = context;
  const [first] = def.values;
  const last = def.values.at(-1);
  if (first === undefined || last === undefined) return [];
  const add = (name: 'MIN' | 'MAX' | 'NONE' | 'ANY', value: string) => {
    const extra = names.extra(def, name);
    return extra === null ? [] : [{ name: extra, value }];
  };
  if (def.bitFlags) {
    const all = def.values.reduce((bits, { value }) => bits | value, 0n);
    return [...add('NONE', '0'), ...add('ANY', integerLiteral(def.underlying, all))];
  }
  return [...add('MIN', names.enumerator(def, first)), ...add('MAX', names.enumerator(def, last))];
}

/** What integers can do and scoped enums cannot. The macro of the runtime for it is no C++11. */
function flagOperators(context: Context, def: EnumDef): Code {
  const type = context.names.ref(def);
  const bits = underlyingType(def);
  const constant = `inline ${macro('CONSTEXPR_CPP11')}`;
  const bit = (value: string): string => `static_cast<${bits}>(${value})`;
  return [
    ['|', '&', '^'].map((sign) => [
      braces(
        `${constant} ${type} operator${sign}(${type} lhs, ${type} rhs)`,
        `return static_cast<${type}>(${bit('lhs')} ${sign} ${bit('rhs')});`,
      ),
      braces(`inline ${type} operator${sign}=(${type} &lhs, ${type} rhs)`, `return lhs = lhs ${sign} rhs;`),
    ]),
    braces(`${constant} ${type} operator~(${type} flags)`, `return static_cast<${type}>(~${bit('flags')});`),
    braces(`${constant} bool operator!(${type} flags)`, `return ${bit('flags')} == 0;`),
  ];
}

/** `EnumValuesE`: all values, in ascending order. */
function valuesFunction(context: Context, def: EnumDef): Parts {
  const { names } = context;
  const type = names.ref(def);
  const values = def.values.map((value) => `${names.enumeratorRef(def, value)},`);
  return outOfLine(context, {
    head: (declared) => `const ${type} (&${names.local(def, 'enumValues')}())[${values.length}]${declared}`,
    body: [block(`static const ${type} values[] = {`, values, '};'), 'return values;'],
  });
}

/** `EnumNamesE` where the values are dense enough, and `EnumNameE`. */
function nameFunctions(context: Context, def: EnumDef): readonly Parts[] {
  const { names } = context;
  const first = def.values[0];
  const last = def.values.at(-1);
  if (first === undefined || last === undefined) return [];
  const type = names.ref(def);
  const head = `const char *${names.local(def, 'enumName')}(${type} e)`;
  const named = new Map(def.values.map((value) => [value.value, value]));
  const span = last.value - first.value;
  if (span / BigInt(def.values.length) >= SPARSE) {
    const cases = [...named.values()].map(
      (value) => `case ${names.enumeratorRef(def, value)}: return ${quoted(value.name)};`,
    );
    return [
      outOfLine(context, {
        head: (declared) => `${head}${declared}`,
        body: braces('switch (e)', [...cases, 'default: return "";']),
      }),
    ];
  }
  const table = Array.from(
    { length: Number(span) + 1 },
    (_, i) => `${quoted(named.get(first.value + BigInt(i))?.name ?? '')},`,
  );
  const [low, high] = [first, last].map((value) => names.enumeratorRef(def, value));
  const index = 'static_cast<size_t>(e)';
  return [
    outOfLine(context, {
      head: (declared) => `const char * const *${names.local(def, 'enumNames')}()${declared}`,
      body: [
        block(`static const char * const names[${table.length + 1}] = {`, [...table, 'nullptr'], '};'),
        'return names;',
      ],
    }),
    outOfLine(context, {
      head: (declared) => `${head}${declared}`,
      body: [
        `if (${fb('IsOutRange')}<${type}>(e, ${low}, ${high})) return "";`,
        `return ${names.ref(def, 'enumNames')}()[${index}${first.value === 0n ? '' : ` - static_cast<size_t>(${low})`}];`,
      ],
    }),
  ];
}
