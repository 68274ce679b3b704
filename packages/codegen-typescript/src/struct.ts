// Structs: the accessor class, and the function that writes one.
import { blank, block, code, join, paragraphs, type Code, type Fragment } from '@fb/codegen';
import { scalarSize, type StructDef, type StructField } from '@fb/schema';
import { scalarsCode } from './composite-key.js';
import { orAbsent, typeRef, type Context } from './context.js';
import { keyMethods } from './keys.js';
import { documented } from './language.js';
import type { ClassNames } from './members.js';
import { structFunctions } from './functions.js';
import { objectCode, unpackMethods } from './object-api.js';
import { accessOf, readScalar, scalarType, storable, storedOf } from './scalar.js';
import { createStruct } from './struct-builder.js';
import { classHead, nameFunction, viewMembers } from './table.js';

/** Everything in the file of a struct. */
export function structCode(context: Context, def: StructDef, names: ClassNames<StructField>): Code {
  const modern = [structFunctions(context, def, names), blank, scalarsCode(context, def, names)];
  if (!context.settings.classes) return modern;
  const members = paragraphs([
    viewMembers(context, def, names.variables),
    ...def.fields.flatMap((field) => [
      documented(field.doc, accessor(context, field, names)),
      mutator(context, field, names),
    ]),
    nameFunction(context, def),
    block('static sizeOf(): number {', `return ${def.size};`, '}'),
    createStruct(context, def, names),
    keyMethods(context, def, names.variables),
    unpackMethods(context, def, def.fields, names),
  ]);
  return [
    documented(def.doc, block(classHead(context, def), members, '}')),
    blank,
    objectCode(context, def, def.fields, names),
    blank,
    modern,
  ];
}

function accessor(context: Context, field: StructField, names: ClassNames<StructField>): Code {
  const { type } = field;
  const { accessor: name } = names.field(field);
  const { index, obj } = names.variables;
  const at = position(field.offset);
  if (type.kind === 'struct' || (type.kind === 'array' && type.element.kind === 'struct')) {
    const struct =
      type.kind === 'struct' ? type.struct : (type.element as { readonly struct: StructDef }).struct;
    const ref = typeRef(context, struct);
    const parameters = join(
      [...(type.kind === 'array' ? [`${index}: number`] : []), code`${obj}?: ${ref}`],
      ', ',
    );
    const place = type.kind === 'array' ? code`${at} + ${index} * ${struct.size}` : at;
    return block(
      code`${name}(${parameters}): ${orAbsent(context, ref)} {`,
      code`return (${obj} || new ${ref}()).__init(${place}, this.bb!);`,
      '}',
    );
  }
  if (type.kind === 'array') {
    const element = type.element as Exclude<typeof type.element, { kind: 'struct' }>;
    const size = scalarSize(storedOf(element));
    const place = code`${at} + ${index}${size === 1 ? '' : ` * ${size}`}`;
    return block(
      code`${name}(${index}: number): ${orAbsent(context, code`${scalarType(context, element)}`)} {`,
      code`return ${readScalar(context, element, place)};`,
      '}',
    );
  }
  return block(
    code`${name}(): ${scalarType(context, type)} {`,
    code`return ${readScalar(context, type, at)};`,
    '}',
  );
}

function mutator(context: Context, field: StructField, names: ClassNames<StructField>): Code {
  const { type } = field;
  if (!context.settings.mutable || (type.kind !== 'scalar' && type.kind !== 'enum')) return [];
  const { value } = names.variables;
  return block(
    code`${names.field(field).mutate}(${value}: ${scalarType(context, type)}): boolean {`,
    [
      code`this.bb!.${accessOf(type).mutate}(${position(field.offset)}, ${storable(type, value)});`,
      'return true;',
    ],
    '}',
  );
}

function position(offset: number): Fragment {
  return code`this.bb_pos${offset === 0 ? '' : ` + ${offset}`}`;
}
