// From a table to its plain struct. Child objects that are there are filled again; what is absent empties vectors and
// lets go of tables, but leaves strings, structs behind pointers and bytes as they were.
import { unreachable, type Code } from '@fb/codegen';
import type { TableDef, TableField, VectorType } from '@fb/schema';
import type { Context } from './context.js';
import { braces } from './language.js';
import {
  hashedType,
  isInline,
  memberFields,
  memberOf,
  nativeFunction,
  nativeStruct,
  nativeTable,
  pointerOf,
  stringOf,
} from './native.js';
import { fb } from './runtime.js';
import { isPlain, toUser } from './types.js';

/** The body of `UnPackTo`. */
export function unpackBody(context: Context, def: TableDef): Code {
  return [
    '(void)_o;',
    '(void)_resolver;',
    memberFields(def).map((field) => unpackField(context, def, field)),
  ];
}

function unpackField(context: Context, def: TableDef, field: TableField): Code {
  const value = `this->${context.names.field(def, field)}()`;
  const member = `_o->${memberOf(context, def, field).name}`;
  const { type } = field;
  const pointer = pointerOf(context, field);
  const present = (body: Code, absent: Code = []): Code => [
    braces(`if (const auto *_e = ${value})`, body),
    Array.isArray(absent) ? [] : braces('else', absent),
  ];
  if (isPlain(type)) {
    if (hashedType(field) === null) return `${member} = ${value};`;
    return resolved(context, field, member, value);
  }
  switch (type.kind) {
    case 'string':
      return present(`${member} = ${stringValue(context, field, '_e')};`);
    case 'struct': {
      const unpack = nativeFunction(type.struct, 'UnPack');
      const copy = unpack === null ? '*_e' : `${unpack}(*_e)`;
      const native = nativeStruct(context, type.struct);
      if (isInline(field)) return present(`${member} = ${copy};`);
      const made = `${member} = ${pointer.from(native, `new ${native}(${copy})`)};`;
      return present(pointer.naked ? [`if (${member}) *${member} = ${copy};`, `else ${made}`] : made);
    }
    case 'table': {
      if (isInline(field)) return present(`_e->UnPackTo(&${member}, _resolver);`);
      return present(
        refill(context, field, type.table, member, '_e'),
        pointer.naked ? `${member} = nullptr;` : `${member}.reset();`,
      );
    }
    case 'union': {
      const union = context.names.ref(type.union, 'union');
      const tag = `this->${context.names.field(def, field.tag ?? field)}()`;
      return [
        `${member}.Reset();`,
        `${member}.type = ${tag};`,
        present(`${member}.value = ${union}::UnPack(_e, ${tag}, _resolver);`),
      ];
    }
    case 'vector':
      return unpackVector(context, def, field, type, value, member);
    default:
      return unreachable('a table holds no array');
  }
}

function refill(context: Context, field: TableField, def: TableDef, member: string, value: string): Code {
  const pointer = pointerOf(context, field);
  const native = nativeTable(context, def);
  return [
    `if (${member}) ${value}->UnPackTo(${member}${pointer.get}, _resolver);`,
    `else ${member} = ${pointer.from(native, `${value}->UnPack(_resolver)`)};`,
  ];
}

function resolved(context: Context, field: TableField, member: string, hash: string): Code {
  const call = `(*_resolver)(reinterpret_cast<void **>(&${member}), static_cast<${fb('hash_value_t')}>(${hash}));`;
  return [`if (_resolver) ${call}`, pointerOf(context, field).naked ? `else ${member} = nullptr;` : []];
}

function stringValue(context: Context, field: TableField, value: string): string {
  const { type, flex } = stringOf(context, field);
  return flex ? `${type}(${value}->c_str(), ${value}->size())` : `${value}->str()`;
}

function unpackVector(
  context: Context,
  def: TableDef,
  field: TableField,
  type: VectorType,
  value: string,
  member: string,
): Code {
  const { element } = type;
  const index = fb(type.wide ? 'uoffset64_t' : 'uoffset_t');
  const each = (body: Code): Code => [
    `${member}.resize(_e->size());`,
    braces(`for (${index} _i = 0; _i < _e->size(); _i++)`, body),
  ];
  const emptied = braces('else', `${member}.clear();`);
  if (element.kind === 'union') {
    const union = context.names.ref(element.union, 'union');
    const tags = `this->${context.names.field(def, field.tag ?? field)}()`;
    return [
      braces(`if (const auto *_e = ${value})`, [
        `const auto *_types = ${tags};`,
        each([
          `const auto _type = static_cast<${context.names.ref(element.union)}>(_types->Get(_i));`,
          `${member}[_i].Reset();`,
          `${member}[_i].type = _type;`,
          `${member}[_i].value = ${union}::UnPack(_e->Get(_i), _type, _resolver);`,
        ]),
      ]),
      emptied,
    ];
  }
  if (element.kind === 'scalar' && element.scalar === 'ubyte') {
    return braces(`if (const auto *_e = ${value})`, `${member}.assign(_e->begin(), _e->end());`);
  }
  return [
    braces(`if (const auto *_e = ${value})`, each(unpackElement(context, field, element, `${member}[_i]`))),
    emptied,
  ];
}

function unpackElement(
  context: Context,
  field: TableField,
  element: VectorType['element'],
  member: string,
): Code {
  const value = '_e->Get(_i)';
  if (isPlain(element)) {
    return hashedType(field) === null
      ? `${member} = ${toUser(context, element, value)};`
      : resolved(context, field, member, value);
  }
  switch (element.kind) {
    case 'string':
      return `${member} = ${stringValue(context, field, value)};`;
    case 'struct': {
      const unpack = nativeFunction(element.struct, 'UnPack');
      return `${member} = ${unpack === null ? `*${value}` : `${unpack}(*${value})`};`;
    }
    case 'table':
      return isInline(field)
        ? `${value}->UnPackTo(&${member}, _resolver);`
        : refill(context, field, element.table, member, value);
    default:
      return unreachable('vectors of unions have their own loop');
  }
}
