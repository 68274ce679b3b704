// Structs: the accessor class, put together from its parts.
import { block, code, paragraphs, type Code } from '@fb/codegen';
import { scalarSize, type StructDef, type StructField } from '@fb/schema';
import { classCode } from './class-code.js';
import { typeRef, type Context } from './context.js';
import { documented } from './language.js';
import { membersOf, type FieldNames } from './members.js';
import { packMethod } from './pack.js';
import { imported, runtime } from './runtime.js';
import { accessOf, readScalar, storedOf, writeScalar, type Stored } from './scalar.js';
import { createStruct } from './struct-writer.js';
import { unpackMethods } from './unpack.js';
import { vectorClass } from './vector-class.js';
import { viewMethods } from './view.js';

/** The accessor class of a struct. */
export function structCode(context: Context, def: StructDef): Code {
  const names = membersOf<StructField>(def);
  const body = paragraphs([
    viewMethods(context, def),
    ...def.fields.map((field) => documented(field.doc, accessors(context, def, field, names(field)))),
    createStruct(def),
    vectorClass(context, def),
    unpackMethods(context, def, names),
    packMethod(context, def, names),
  ]);
  const { type } = context.names.of(def);
  return classCode(context, def, code`final class ${type} extends ${runtime('Struct')}`, body);
}

function accessors(context: Context, def: StructDef, { type, offset }: StructField, names: FieldNames): Code {
  const at = `bb_pos + ${offset}`;
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return scalarAccessors(context, type, names, at, '');
    case 'struct':
      return objectAccessors(context, def, type.struct, names, at, '');
    case 'array': {
      const { element } = type;
      if (element.kind === 'struct')
        return objectAccessors(
          context,
          def,
          element.struct,
          names,
          `${at} + j * ${element.struct.size}`,
          'j',
        );
      const size = scalarSize(storedOf(element));
      return scalarAccessors(context, element, names, `${at} + j${size === 1 ? '' : ` * ${size}`}`, 'int j');
    }
  }
}

function scalarAccessors(context: Context, type: Stored, names: FieldNames, at: string, index: string): Code {
  const java = accessOf(type).type;
  return paragraphs([
    block(code`public ${java} ${names.accessor}(${index}) {`, code`return ${readScalar(type, at)};`, '}'),
    context.settings.mutable
      ? block(
          `public void ${names.mutate}(${index === '' ? '' : `${index}, `}${java} value) {`,
          code`${writeScalar(type, at, 'value')};`,
          '}',
        )
      : [],
  ]);
}

function objectAccessors(
  context: Context,
  def: StructDef,
  inner: StructDef,
  names: FieldNames,
  at: string,
  index: '' | 'j',
): Code {
  const ref = typeRef(context, def, inner);
  const parameter = index === '' ? '' : 'int j';
  const pure = context.settings.checkerFramework
    ? code`@${imported('org.checkerframework.dataflow.qual', 'Pure')}`
    : [];
  return paragraphs([
    [
      pure,
      block(
        code`public ${ref} ${names.accessor}(${parameter}) {`,
        code`return ${names.own}(new ${ref}()${more(index)});`,
        '}',
      ),
    ],
    [
      pure,
      block(
        code`public ${ref} ${names.accessor}(${ref} obj${more(parameter)}) {`,
        `return obj.__assign(${at}, bb);`,
        '}',
      ),
    ],
  ]);
}

/** A further parameter or argument, if there is one. */
function more(text: string): string {
  return text === '' ? '' : `, ${text}`;
}
