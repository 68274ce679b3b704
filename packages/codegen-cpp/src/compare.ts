// `==` and `!=` of structs and of plain structs.
import { blank, type Code } from '@fb/codegen';
import type { StructDef, TableDef, TableField } from '@fb/schema';
import type { Context } from './context.js';
import { braces } from './language.js';
import { isNativeTable, memberOf } from './native.js';
import { inlineWord, type Parts } from './parts.js';
import { isPlain } from './types.js';

/** The declarations that all code of a header can rely on. */
export function equalityDeclarations(context: Context, def: StructDef | TableDef): Code {
  if (!context.settings.compare || isNativeTable(def)) return [];
  if (def.kind === 'table' && !context.settings.objectApi) return [];
  const type = context.names.ref(def, def.kind === 'struct' ? 'type' : 'native');
  const word = def.kind === 'struct' ? 'inline ' : inlineWord(context);
  return ['==', '!='].map(
    (operator) => `${word}bool operator${operator}(const ${type} &lhs, const ${type} &rhs);`,
  );
}

/** The operators of a struct. */
export function equality(context: Context, def: StructDef): Code {
  const comparisons = def.fields.map((field) => {
    const name = context.names.field(def, field);
    const [left, right] = [`lhs.${name}()`, `rhs.${name}()`];
    const { type } = field;
    if (type.kind !== 'array') return `if (!(${left} == ${right})) return false;`;
    // Arrays of older runtimes cannot be compared.
    const star = type.element.kind === 'struct' ? '*' : '';
    return braces(
      `for (uint16_t i = 0; i < ${type.length}; ++i)`,
      `if (!(${star}${left}->Get(i) == ${star}${right}->Get(i))) return false;`,
    );
  });
  return operators('inline ', context.names.ref(def), comparisons);
}

/** The operators of the plain struct of a table. */
export function nativeEquality(context: Context, def: TableDef): Parts {
  if (!context.settings.compare || isNativeTable(def)) return { types: [], bodies: [] };
  const comparisons = def.fields
    .filter((field) => !field.deprecated && field.tagOf === null)
    .map((field) => memberComparison(context, def, field));
  const type = context.names.ref(def, 'native');
  return { types: [], bodies: [blank, operators(inlineWord(context), type, comparisons)] };
}

function operators(word: string, type: string, comparisons: readonly Code[]): Code {
  const parameters = `const ${type} &lhs, const ${type} &rhs`;
  return [
    braces(`${word}bool operator==(${parameters})`, [
      comparisons.length === 0 ? ['(void)lhs;', '(void)rhs;'] : [],
      comparisons,
      'return true;',
    ]),
    blank,
    braces(`${word}bool operator!=(${parameters})`, 'return !(lhs == rhs);'),
  ];
}

/** Objects behind pointers are compared, not the pointers; those that a hash stands for are not ours to look at. */
function memberComparison(context: Context, def: TableDef, field: TableField): Code {
  const { type } = field;
  const member = memberOf(context, def, field);
  const [left, right] = [`lhs.${member.name}`, `rhs.${member.name}`];
  if (isPlain(type) && field.presence === 'optional') {
    // Two empty ones were not equal in C++11 before runtime 24.12.23.
    return `if (${left}.has_value() != ${right}.has_value() || (${left}.has_value() && !(*${left} == *${right}))) return false;`;
  }
  if (member.pointer === 'value') {
    return [
      `if (static_cast<bool>(${left}) != static_cast<bool>(${right})) return false;`,
      `if (${left} && !(*${left} == *${right})) return false;`,
    ];
  }
  if (member.pointer === 'elements') {
    return [
      `if (${left}.size() != ${right}.size()) return false;`,
      braces(`for (size_t i = 0; i < ${left}.size(); ++i)`, [
        `const auto &a = ${left}[i];`,
        `const auto &b = ${right}[i];`,
        'if (static_cast<bool>(a) != static_cast<bool>(b) || (a && !(*a == *b))) return false;',
      ]),
    ];
  }
  return `if (!(${left} == ${right})) return false;`;
}
