// From an accessor to a plain object, field by field.
import { code, Scope, type Code } from '@fb/codegen';
import type { StructDef, StructField, TableDef, TableField, Type } from '@fb/schema';
import type { Module } from './context.js';
import { localName } from './hints.js';
import { BODY_WORDS, builtin, suite } from './language.js';

/** The lines that read a field of the accessor into `self`. */
export function unpackField(
  module: Module,
  def: TableDef | StructDef,
  field: TableField | StructField,
): Code {
  const names = module.members(def);
  const { view } = names;
  const { property, accessor, local } = names.field(field);
  const { type } = field;
  const scope = new Scope(module.names.reserved, [...BODY_WORDS, view, local, 'i']);
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return `self.${property} = ${view}.${accessor}()`;
    case 'string':
      return module.settings.decodeStrings
        ? [
            `${local} = ${view}.${accessor}()`,
            `self.${property} = None if ${local} is None else ${local}.decode('utf-8')`,
          ]
        : `self.${property} = ${view}.${accessor}()`;
    case 'struct':
    case 'table': {
      const inner = type.kind === 'struct' ? type.struct : type.table;
      const object = localName(module, inner, 'object', scope);
      if (def.kind === 'table') {
        return [
          `${local} = ${view}.${accessor}()`,
          suite(`if ${local} is not None:`, [
            object.setup,
            `self.${property} = ${object.name}.InitFromObj(${local})`,
          ]),
        ];
      }
      const empty = localName(module, inner, 'type', scope);
      return [
        object.setup,
        empty.setup,
        `self.${property} = ${object.name}.InitFromObj(${view}.${accessor}(${empty.name}()))`,
      ];
    }
    case 'union': {
      const creator = localName(module, type.union, 'creator', scope);
      const tag = field.kind === 'tableField' && field.tag !== null ? names.field(field.tag).accessor : '';
      return [creator.setup, `self.${property} = ${creator.name}(${view}.${tag}(), ${view}.${accessor}())`];
    }
    case 'vector':
    case 'array':
      return unpackList(module, def, field, type.element, scope);
  }
}

function unpackList(
  module: Module,
  def: TableDef | StructDef,
  field: TableField | StructField,
  element: Type,
  scope: Scope,
): Code {
  const { view } = module.members(def);
  const { property, accessor, length, isNone, asNumpy } = module.members(def).field(field);
  const { np } = module;
  const range = code`for i in ${builtin('range')}(${view}.${length}())`;
  const values =
    field.type.kind === 'array'
      ? code`self.${property} = ${view}.${accessor}()`
      : code`self.${property} = [${view}.${accessor}(i) ${range}]`;
  const unlessNone = (body: Code): Code =>
    field.type.kind === 'array' ? body : suite(`if not ${view}.${isNone}():`, body);
  if (element.kind === 'string') return unlessNone(values);
  if (element.kind === 'struct' || element.kind === 'table') {
    const object = localName(
      module,
      element.kind === 'struct' ? element.struct : element.table,
      'object',
      scope,
    );
    return unlessNone([
      object.setup,
      code`self.${property} = [${object.name}.InitFromObj(${view}.${accessor}(i)) ${range}]`,
    ]);
  }
  if (np === null) return unlessNone(values);
  return unlessNone([
    suite(`if ${np} is None:`, values),
    suite('else:', `self.${property} = ${view}.${asNumpy}()`),
  ]);
}
