// The functions that write a table step by step, and the statements they are made of.
import { code, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import { inlineAlign, inlineSize, type TableDef, type TableField, type VectorType } from '@fb/schema';
import type { Module } from './context.js';
import { bufferHint, builderParameter, iterableOf, scalarHint, typing } from './hints.js';
import { builtin, functionCode, suite, type Parameter } from './language.js';
import type { FunctionName } from './names.js';
import { build } from './runtime.js';
import { accessOf, defaultOf, type Stored } from './scalar.js';

/** All builder functions of a table. */
export function tableBuilders(module: Module, def: TableDef): Code {
  const { start, end, fields } = module.names.of(def);
  const { form } = module;
  const first = builderParameter();
  const functions: Code[] = [
    named(start, (name) =>
      functionCode(form, { name, parameters: [first], result: null }, () =>
        build('builder', 'StartObject', def.fields.length),
      ),
    ),
  ];
  for (const [field, names] of fields) {
    const value = parameterOf(module, def, field);
    functions.push(
      named(names.add, (name) =>
        functionCode(form, { name, parameters: [first, value], result: null }, () =>
          addField(field, value.name),
        ),
      ),
    );
    if (field.type.kind !== 'vector') continue;
    functions.push(...vectorFunctions(module, field, field.type));
  }
  functions.push(
    named(end, (name) =>
      functionCode(form, { name, parameters: [first], result: builtin('int') }, () => [
        code`return ${build('builder', 'EndObject')}`,
      ]),
    ),
  );
  return paragraphs(functions);

  function vectorFunctions(of: Module, field: TableField, { element }: VectorType): readonly Code[] {
    const names = fields.get(field);
    if (names === undefined) return [];
    const result = builtin('int');
    const count = { name: 'numElems', hint: builtin('int') };
    const data = {
      name: 'data',
      hint: iterableOf(
        isStored(element) ? scalarHint(element) : element.kind === 'struct' ? typing('Any') : builtin('int'),
      ),
    };
    return [
      named(names.startVector, (name) =>
        functionCode(of.form, { name, parameters: [first, count], result }, () => [
          code`return ${startVector(element, 'numElems')}`,
        ]),
      ),
      named(names.createVector, (name) =>
        functionCode(of.form, { name, parameters: [first, data], result }, () => [
          code`items = ${builtin('list')}(data)`,
          writeVector(element, 'items', 'item'),
          code`return ${build('builder', 'EndVector')}`,
        ]),
      ),
      field.nested === null
        ? []
        : named(names.makeVector, (name) =>
            functionCode(
              of.form,
              { name, parameters: [first, { name: 'bytes', hint: bufferHint() }], result },
              () =>
                code`return ${build('builder', 'CreateByteVector', code`${builtin('bytearray')}(bytes)`)}`,
            ),
          ),
    ];
  }
}

/** Whether elements or values of the type are numbers. */
export function isStored(type: TableField['type']): type is Stored {
  return type.kind === 'scalar' || type.kind === 'enum';
}

/** The statement that adds a field to the table that was started. */
export function addField(field: TableField, value: Piece): Fragment {
  const { type, slot } = field;
  if (isStored(type))
    return code`builder.${accessOf(type).slot}(${slot}, ${value}, ${defaultOf(field, type)})`;
  const method = type.kind === 'struct' ? 'PrependStructSlot' : 'PrependUOffsetTRelativeSlot';
  return build('builder', method, slot, code`${value}`, 0);
}

/** The lines that write the elements of the sequence `items`; the vector is not ended. */
export function writeVector(element: VectorType['element'], items: string, item: string): Code {
  const write = isStored(element)
    ? code`builder.${accessOf(element).prepend}(${item})`
    : element.kind === 'struct'
      ? `${item}.Pack(builder)`
      : build('builder', 'PrependUOffsetTRelative', item);
  return [
    startVector(element, code`${builtin('len')}(${items})`),
    suite(code`for ${item} in ${builtin('reversed')}(${items}):`, write),
  ];
}

function startVector(element: VectorType['element'], count: Piece): Fragment {
  return build('builder', 'StartVector', inlineSize(element), code`${count}`, inlineAlign(element));
}

function parameterOf(module: Module, def: TableDef, field: TableField): Parameter & { readonly hint: Piece } {
  const { parameter } = module.members(def).field(field);
  const hint = isStored(field.type) ? scalarHint(field.type) : builtin('int');
  const isFloatName = parameter === 'float' && field.type.kind === 'scalar';
  return { name: parameter === 'builder' || isFloatName ? `${parameter}_` : parameter, hint };
}

/** A function under its full name; the short one is the same function. */
function named({ name, short }: FunctionName, make: (name: string) => Code): Code {
  return paragraphs([make(name), short === null ? [] : `${short} = ${name}`]);
}
