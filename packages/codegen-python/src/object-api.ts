// The object API: a plain class for each table and struct, with what reads and writes it.
import { block, code, paragraphs, Scope, type Code, type Piece } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField, Type } from '@fb/schema';
import type { Module } from './context.js';
import {
  bufferHint,
  builderParameter,
  classHint,
  either,
  listOf,
  optional,
  ownName,
  scalarHint,
  typing,
  valuesOf,
} from './hints.js';
import { builtin, classCode, functionCode, suite } from './language.js';
import { packStruct, packTable } from './pack.js';
import { runtime } from './runtime.js';
import { defaultOf, literal } from './scalar.js';
import { isStored } from './table-builder.js';
import { unionHint } from './union.js';
import { unpackField } from './unpack.js';

/** The plain class. */
export function objectCode(module: Module, def: TableDef | StructDef): Code {
  if (!module.settings.objectApi) return [];
  const { object } = module.names.of(def);
  const members = paragraphs([
    constructor(module, def),
    ...readers(module, def),
    comparison(module, def),
    pack(module, def),
  ]);
  return classCode(code`class ${object}(${builtin('object')}):`, members, false);
}

/** Fields that plain classes have. */
function liveFields(def: TableDef | StructDef): readonly (TableField | StructField)[] {
  const fields: readonly (TableField | StructField)[] = def.fields;
  return fields.filter((field) => field.kind === 'structField' || !field.deprecated);
}

function constructor(module: Module, def: TableDef | StructDef): Code {
  const names = module.members(def);
  const fields = liveFields(def);
  const parameters = fields.map((field) => ({
    name: names.field(field).parameter,
    hint: objectHint(module, field),
    initial: initialValue(field),
  }));
  const signature = { name: '__init__', parameters: [{ name: 'self' }, ...parameters], result: null };
  return paragraphs([
    module.form === 'stub'
      ? fields.map((field) => code`${names.field(field).property}: ${objectHint(module, field)}`)
      : [],
    functionCode(module.form, signature, () =>
      fields.length === 0
        ? 'pass'
        : fields.map((field) => {
            const { property, parameter } = names.field(field);
            return `self.${property} = ${parameter}`;
          }),
    ),
  ]);
}

function readers(module: Module, def: TableDef | StructDef): readonly Code[] {
  const { form } = module;
  const { type } = module.names.of(def);
  const { view } = module.members(def);
  const scope = new Scope(module.names.reserved, ['buf', 'cls', 'pos', view]);
  const decorators = [builtin('classmethod')];
  const result = classHint(module, def, 'object');
  const buf = { name: 'buf', hint: bufferHint() };
  const pos = { name: 'pos', hint: builtin('int') };
  const accessor = { name: view, hint: classHint(module, def, 'type') };
  const maybe = { name: view, hint: optional(accessor.hint) };
  return [
    functionCode(
      form,
      { decorators, name: 'InitFromBuf', parameters: [{ name: 'cls' }, buf, pos], result },
      () => [
        code`${view} = ${ownName(type, scope)}()`,
        code`${view}.Init(buf, pos)`,
        code`return cls.InitFromObj(${view})`,
      ],
    ),
    functionCode(
      form,
      {
        decorators,
        name: 'InitFromPackedBuf',
        parameters: [{ name: 'cls' }, buf, { ...pos, initial: '0' }],
        result,
      },
      () => [
        code`return cls.InitFromBuf(buf, pos + ${runtime('encode.Get')}(${runtime('packer.uoffset')}, buf, pos))`,
      ],
    ),
    functionCode(
      form,
      { decorators, name: 'InitFromObj', parameters: [{ name: 'cls' }, maybe], result },
      () => ['x = cls()', code`x._UnPack(${view})`, 'return x'],
    ),
    functionCode(form, { name: '_UnPack', parameters: [{ name: 'self' }, maybe], result: null }, () => [
      suite(`if ${view} is None:`, 'return'),
      liveFields(def).map((field) => unpackField(module, def, field)),
    ]),
  ];
}

function comparison(module: Module, def: TableDef | StructDef): Code {
  if (!module.settings.compare) return [];
  const names = module.members(def);
  const type = builtin('type');
  const terms = liveFields(def).map((field): Piece => {
    const { property } = names.field(field);
    const plain = code`self.${property} == other.${property}`;
    const list = field.type.kind === 'vector' || field.type.kind === 'array';
    if (!list || module.np === null || !isNumbers(field.type)) return plain;
    // Arrays compare element by element, and are no truth by themselves.
    return code`(${module.np}.array_equal(self.${property}, other.${property}) if ${module.np} is not None else ${plain})`;
  });
  const parameters = [{ name: 'self' }, { name: 'other', hint: typing('Any') }];
  return functionCode(module.form, { name: '__eq__', parameters, result: builtin('bool') }, () => [
    block(
      code`return ${builtin('bool')}(`,
      [code`${type}(self) is ${type}(other)`, ...terms.map((term) => code`and ${term}`)],
      ')',
    ),
  ]);
}

function isNumbers(type: Type): boolean {
  return (type.kind === 'vector' || type.kind === 'array') && isStored(type.element);
}

function pack(module: Module, def: TableDef | StructDef): Code {
  const parameters = [{ name: 'self' }, builderParameter()];
  return functionCode(module.form, { name: 'Pack', parameters, result: builtin('int') }, () =>
    def.kind === 'table' ? packTable(module, def) : packStruct(module, def),
  );
}

function objectHint(module: Module, field: TableField | StructField): Piece {
  const { type } = field;
  const text = module.settings.decodeStrings ? builtin('str') : either([builtin('str'), builtin('bytes')]);
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return field.kind === 'tableField' && field.presence === 'optional'
        ? optional(scalarHint(type))
        : scalarHint(type);
    case 'string':
      return optional(text);
    case 'struct':
      return optional(classHint(module, type.struct, 'object'));
    case 'table':
      return optional(classHint(module, type.table, 'object'));
    case 'union':
      return unionHint(module, type.union);
    case 'vector':
    case 'array': {
      const { element } = type;
      if (isStored(element)) return optional(valuesOf(module, element));
      if (element.kind === 'string') return optional(listOf(either([builtin('str'), builtin('bytes')])));
      if (element.kind === 'union') return typing('Any');
      const def = element.kind === 'struct' ? element.struct : element.table;
      return optional(listOf(classHint(module, def, 'object')));
    }
  }
}

function initialValue(field: TableField | StructField): Piece {
  const { type } = field;
  if (!isStored(type)) return 'None';
  return field.kind === 'tableField' ? defaultOf(field, type) : literal(type, 0);
}
