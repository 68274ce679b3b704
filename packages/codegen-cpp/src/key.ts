// Keys: how the elements of a sorted vector compare, for look-ups and for sorting.
import { block, type Code } from '@fb/codegen';
import type { ArrayType, StructDef, StructField, TableDef, TableField } from '@fb/schema';
import type { Context } from './context.js';
import { braces } from './language.js';
import { fb } from './runtime.js';
import { isPlain, plainElement, userType, type Plain } from './types.js';

/** The comparisons of a struct with a key. */
export function structKey(context: Context, def: StructDef, field: StructField): Code {
  const { type } = field;
  const value = `this->${context.names.field(def, field)}()`;
  const other = `o->${context.names.field(def, field)}()`;
  if (type.kind === 'struct' || type.kind === 'array') {
    const parameter =
      type.kind === 'struct'
        ? `const ${context.names.ref(type.struct)} &key`
        : `const ${arrayType(context, type)} *key`;
    return [
      lessThan(context, def, `return KeyCompareWithValue(${other}) < 0;`),
      compareWith(parameter, [comparison(context, type, value, 'key', 0), 'return 0;']),
    ];
  }
  return plainKey(context, def, type, value, other);
}

/** The comparisons of a table with a key. */
export function tableKey(context: Context, def: TableDef, field: TableField): Code {
  const { type } = field;
  const value = `this->${context.names.field(def, field)}()`;
  const other = `o->${context.names.field(def, field)}()`;
  if (type.kind === 'string') {
    return [
      lessThan(context, def, `return *${value} < *${other};`),
      compareWith('const char *key', `return strcmp(${value}->c_str(), key);`),
      'template<typename StringType>',
      compareWith('const StringType &key', [
        `if (${value}->c_str() < key) return -1;`,
        `return key < ${value}->c_str() ? 1 : 0;`,
      ]),
    ];
  }
  if (type.kind === 'struct') {
    // A struct of a table may be absent: then it is before all others.
    return [
      lessThan(context, def, [
        `const auto *key = ${other};`,
        'return key != nullptr && KeyCompareWithValue(*key) < 0;',
      ]),
      compareWith(`const ${context.names.ref(type.struct)} &key`, [
        `const auto *own = ${value};`,
        'if (own == nullptr) return -1;',
        comparison(context, type, '(*own)', 'key', 0),
        'return 0;',
      ]),
    ];
  }
  return isPlain(type) ? plainKey(context, def, type, value, other) : [];
}

function plainKey(
  context: Context,
  def: StructDef | TableDef,
  type: Plain,
  value: string,
  other: string,
): Code {
  // Unscoped enums and bools are looked up by their number, as they are compared with.
  const user =
    type.kind === 'enum' && context.settings.scopedEnums
      ? userType(context, type)
      : plainElement(context, type);
  return [
    lessThan(context, def, `return ${value} < ${other};`),
    compareWith(`${user} key`, `return ${order(value, 'key')};`),
  ];
}

function lessThan(context: Context, def: StructDef | TableDef, body: Code): Code {
  return braces(`bool KeyCompareLessThan(const ${context.names.local(def)} * const o) const`, body);
}

function compareWith(parameter: string, body: Code): Code {
  return braces(`int KeyCompareWithValue(${parameter}) const`, body);
}

function order(left: string, right: string): string {
  return `static_cast<int>(${left} > ${right}) - static_cast<int>(${left} < ${right})`;
}

function arrayType(context: Context, { element, length }: ArrayType): string {
  const item =
    element.kind === 'struct'
      ? context.names.ref(element.struct)
      : element.kind === 'enum'
        ? context.names.ref(element.enum)
        : plainElement(context, element);
  return `${fb('Array')}<${item}, ${length}>`;
}

/** Statements that return from the function at the first scalar that differs, in the order they lie in memory. */
function comparison(
  context: Context,
  type: StructField['type'],
  left: string,
  right: string,
  depth: number,
): Code {
  if (type.kind === 'struct') {
    return type.struct.fields.map((field) => {
      const name = context.names.field(type.struct, field);
      return comparison(context, field.type, `${left}.${name}()`, `${right}.${name}()`, depth);
    });
  }
  if (type.kind === 'array') {
    const i = `i${depth}`;
    const item = (array: string): string =>
      `${type.element.kind === 'struct' ? '(*' : ''}${array}->Get(${i})${type.element.kind === 'struct' ? ')' : ''}`;
    return block(
      `for (${fb('uoffset_t')} ${i} = 0; ${i} < ${type.length}; ++${i}) {`,
      comparison(context, type.element, item(left), item(right), depth + 1),
      '}',
    );
  }
  return `if (${left} != ${right}) return ${order(left, right)};`;
}
