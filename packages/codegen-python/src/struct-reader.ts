// Reading the members of a struct.
import { code, paragraphs, Scope, type Code, type Fragment, type Piece } from '@fb/codegen';
import { inlineSize, type ArrayType, type StructDef, type StructField } from '@fb/schema';
import type { Module } from './context.js';
import { arrayOf, classHint, either, listOf, localName, optional, scalarHint, typing } from './hints.js';
import { BODY_WORDS, builtin, documented, functionCode, suite, type Parameter } from './language.js';
import { flagsOf, view } from './runtime.js';
import { readScalar, storedOf, type Stored } from './scalar.js';

/** The methods of a member. */
export function structAccessors(module: Module, def: StructDef, field: StructField): Code {
  const { accessor } = module.members(def).field(field);
  const { type } = field;
  const position = at(field.offset);
  const self = { name: 'self' };
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return documented(
        field.doc,
        functionCode(module.form, { name: accessor, parameters: [self], result: scalarHint(type) }, () => [
          code`return ${readScalar(type, position)}`,
        ]),
      );
    case 'struct': {
      const hint = classHint(module, type.struct, 'type');
      const parameters = [self, { name: 'obj', hint }];
      return documented(
        field.doc,
        functionCode(module.form, { name: accessor, parameters, result: hint }, () => [
          code`obj.Init(${view('Bytes')}, ${position})`,
          'return obj',
        ]),
      );
    }
    case 'array':
      return arrayAccessors(module, def, field, type);
  }
}

function arrayAccessors(module: Module, def: StructDef, field: StructField, type: ArrayType): Code {
  const { accessor, asNumpy, length, isNone } = module.members(def).field(field);
  const { element } = type;
  const self = { name: 'self' };
  const method = (name: string, result: Piece, body: () => Code): Code =>
    functionCode(module.form, { name, parameters: [self], result }, body);
  return paragraphs([
    documented(
      field.doc,
      element.kind === 'struct'
        ? structElement(module, field, element.struct, accessor)
        : scalarElement(module, field, element, type.length, accessor),
    ),
    element.kind === 'struct' || module.np === null
      ? []
      : method(asNumpy, arrayOf(storedOf(element)), () => [
          code`return ${view('GetArrayAsNumpy', flagsOf(storedOf(element)), at(field.offset), type.length)}`,
        ]),
    method(length, builtin('int'), () => code`return ${type.length}`),
    method(isNone, builtin('bool'), () => 'return False'),
  ]);
}

function structElement(module: Module, field: StructField, struct: StructDef, accessor: string): Code {
  const parameters = [{ name: 'self' }, { name: 'i', hint: builtin('int') }];
  const result = classHint(module, struct, 'type');
  return functionCode(module.form, { name: accessor, parameters, result }, () => {
    const target = localName(
      module,
      struct,
      'type',
      new Scope(module.names.reserved, [...BODY_WORDS, 'i', 'obj']),
    );
    return [
      target.setup,
      `obj = ${target.name}()`,
      code`obj.Init(${view('Bytes')}, ${at(field.offset)} + i * ${struct.size})`,
      'return obj',
    ];
  });
}

/** Without an index all elements are meant. */
function scalarElement(
  module: Module,
  field: StructField,
  element: Stored,
  length: number,
  name: string,
): Code {
  const hint = scalarHint(element);
  const item = (index: string): Piece =>
    readScalar(element, code`${at(field.offset)} + ${index} * ${inlineSize(element)}`);
  const signature = (parameter: Parameter, result: Piece): Parameters<typeof functionCode>[1] => ({
    name,
    parameters: [{ name: 'self' }, parameter],
    result,
  });
  const none = { name: 'j', hint: 'None', initial: 'None' };
  const index = { name: 'j', hint: builtin('int') };
  const any = { name: 'j', hint: optional(builtin('int')), initial: 'None' };
  const overload = (parameter: Parameter, result: Piece): Code =>
    functionCode('stub', { ...signature(parameter, result), decorators: [typing('overload')] }, () => []);
  return [
    module.form === 'plain' ? [] : [overload(none, listOf(hint)), overload(index, optional(hint))],
    module.form === 'stub'
      ? []
      : functionCode(module.form, signature(any, either([listOf(hint), hint, 'None'])), () => [
          suite('if j is None:', code`return [${item('i')} for i in ${builtin('range')}(${length})]`),
          suite(code`if 0 <= j < ${length}:`, code`return ${item('j')}`),
          'return None',
        ]),
  ];
}

/** A position in the struct. */
function at(offset: number): Fragment {
  return offset === 0 ? view('Pos') : code`${view('Pos')} + ${offset}`;
}
