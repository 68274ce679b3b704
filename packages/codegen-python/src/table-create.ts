// One call for a whole table, `Monster.CreateMonster(builder, ...)`: what lies elsewhere is written first, in the order
// of the fields, then the table, its largest fields first. Whatever the builder functions take may be given, and beside
// offsets also the values themselves.
import { code, Scope, type Code, type Piece } from '@fb/codegen';
import type { TableDef, TableField, VectorType } from '@fb/schema';
import type { Module } from './context.js';
import {
  builderParameter,
  classHint,
  either,
  localName,
  optional,
  scalarHint,
  sequenceOf,
  typing,
  valuesOf,
} from './hints.js';
import { builtin, functionCode, suite, type Parameter } from './language.js';
import { build } from './runtime.js';
import { accessOf, type Stored } from './scalar.js';
import { addField, isStored, writeVector } from './table-builder.js';

/** Names that the body means as they are. */
const WORDS = [
  'builder',
  'bytearray',
  'bytes',
  'callable',
  'float',
  'hasattr',
  'int',
  'isinstance',
  'len',
  'list',
  'reversed',
  'str',
];

/** The method of the accessor class. */
export function createMethod(module: Module, def: TableDef): Code {
  const { create } = module.members(def);
  if (create === null) return [];
  const live = def.fields.filter((field) => !field.deprecated);
  const scope = new Scope(module.names.reserved, [...WORDS, module.np ?? 'np']);
  const values = new Map(
    live.map((field) => [field, scope.claim(module.members(def).field(field).parameter)]),
  );
  const writing: Writing = {
    module,
    scope,
    item: scope.claim('item'),
    items: scope.claim('items'),
    values,
  };
  const parameters: readonly Parameter[] = live.map((field) => ({
    name: values.get(field) ?? '',
    hint: fieldHint(module, field),
    initial: 'None',
  }));
  return functionCode(
    module.form,
    {
      decorators: [builtin('staticmethod')],
      name: create,
      parameters: [builderParameter(), ...parameters],
      result: builtin('int'),
    },
    () => [
      live.map((field) => writeChild(writing, field)),
      build('builder', 'StartObject', def.fields.length),
      def.writeOrder.filter((field) => !field.deprecated).map((field) => writeField(writing, field)),
      code`return ${build('builder', 'EndObject')}`,
    ],
  );
}

/** The same as a function of the module. */
export function createAlias(module: Module, def: TableDef): Code {
  const { create } = module.members(def);
  const { create: name, type } = module.names.of(def);
  return create === null || name === null ? [] : `${name} = ${type}.${create}`;
}

interface Writing {
  readonly module: Module;
  readonly scope: Scope;
  readonly item: string;
  readonly items: string;
  readonly values: ReadonlyMap<TableField, string>;
}

/** Turns a value that is no offset yet into one. */
function writeChild(writing: Writing, field: TableField): Code {
  const { type } = field;
  const value = writing.values.get(field) ?? '';
  switch (type.kind) {
    case 'string':
      return suite(
        code`if ${builtin('isinstance')}(${value}, (${builtin('str')}, ${builtin('bytes')}, ${builtin('bytearray')})):`,
        code`${value} = ${build('builder', 'CreateString', value)}`,
      );
    case 'table':
    case 'union':
      return suite(code`if ${isNoOffset(value)}:`, code`${value} = ${value}.Pack(builder)`);
    case 'vector':
      return suite(code`if ${isNoOffset(value)}:`, writeValues(writing, type, value));
    default:
      return [];
  }
}

function writeValues({ module, item, items }: Writing, { element }: VectorType, value: string): Code {
  const end = code`${value} = ${build('builder', 'EndVector')}`;
  if (isStored(element)) return writeNumbers(module, element, { value, items, item }, end);
  if (element.kind === 'struct') {
    return [code`${items} = ${builtin('list')}(${value})`, writeVector(element, items, item), end];
  }
  const offset =
    element.kind === 'string' ? build('builder', 'CreateString', item) : code`${item}.Pack(builder)`;
  return [
    code`${items} = [${item} if ${builtin('isinstance')}(${item}, ${builtin('int')}) else ${offset} for ${item} in ${value}]`,
    writeVector(element, items, item),
    end,
  ];
}

/** A vector of numbers, at once where that can be. */
export function writeNumbers(
  module: Module,
  element: Stored,
  { value, items, item }: { readonly value: string; readonly items: string; readonly item: string },
  end: Code,
  result: string = value,
): Code {
  const { np } = module;
  const loop: Code = [
    value === items ? [] : code`${items} = ${builtin('list')}(${value})`,
    writeVector(element, items, item),
    end,
  ];
  if (np === null) return loop;
  const array = code`${value}.astype('${accessOf(element).dtype}', copy=False)`;
  return [
    suite(
      code`if ${np} is not None and ${builtin('isinstance')}(${value}, ${np}.ndarray):`,
      code`${result} = ${build('builder', 'CreateNumpyVector', array)}`,
    ),
    suite('else:', loop),
  ];
}

/** Adds a field if it was given. A struct is written here, where it belongs. */
function writeField({ module, scope, values }: Writing, field: TableField): Code {
  const value = values.get(field) ?? '';
  if (field.type.kind !== 'struct') return suite(`if ${value} is not None:`, addField(field, value));
  const create = localName(module, field.type.struct, 'create', scope);
  return suite(`if ${value} is not None:`, [
    suite(code`if ${builtin('hasattr')}(${value}, 'Pack'):`, code`${value} = ${value}.Pack(builder)`),
    suite(code`elif ${builtin('callable')}(${value}):`, code`${value} = ${value}(builder)`),
    suite('else:', [create.setup, code`${value} = ${create.name}(builder, *${value})`]),
    addField(field, value),
  ]);
}

function isNoOffset(value: string): Piece {
  return code`${value} is not None and not ${builtin('isinstance')}(${value}, ${builtin('int')})`;
}

function fieldHint(module: Module, field: TableField): Piece {
  const { type } = field;
  const int = builtin('int');
  const bytes = [builtin('str'), builtin('bytes')];
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return optional(scalarHint(type));
    case 'string':
      return optional(either([int, ...bytes]));
    case 'table':
      return module.settings.objectApi
        ? optional(either([int, classHint(module, type.table, 'object')]))
        : optional(int);
    case 'vector':
      return optional(either([int, elementsHint(module, type)]));
    default:
      return typing('Any');
  }
}

function elementsHint(module: Module, { element }: VectorType): Piece {
  if (isStored(element)) return valuesOf(module, element);
  if (element.kind === 'string')
    return sequenceOf(either([builtin('int'), builtin('str'), builtin('bytes')]));
  return sequenceOf(typing('Any'));
}
