// Tables: the accessor class, put together from its parts.
import { blank, block, code, paragraphs, type Code, type Fragment } from '@fb/codegen';
import type { StructDef, TableDef, TableField } from '@fb/schema';
import { scalarsCode } from './composite-key.js';
import { objectRef, type Context } from './context.js';
import { keyMethods } from './keys.js';
import { documented, global, quoted } from './language.js';
import { tableLayoutCode } from './layout.js';
import type { ClassNames, Variables } from './members.js';
import { objectCode, unpackMethods } from './object-api.js';
import { tableFunctions } from './functions.js';
import { tableBuilders } from './table-builder.js';
import { fieldAccessors } from './table-reader.js';

/** Everything in the file of a table. */
export function tableCode(context: Context, def: TableDef, names: ClassNames<TableField>): Code {
  const modern = [
    tableLayoutCode(context, def, names.variables),
    blank,
    tableFunctions(context, def, names),
    blank,
    scalarsCode(context, def, names),
  ];
  if (!context.settings.classes) return modern;
  const live = def.fields.filter((field) => !field.deprecated);
  const members = paragraphs([
    viewMembers(context, def, names.variables),
    rootFunctions(context, def, names.variables),
    ...live.map((field) => fieldAccessors(context, field, names)),
    nameFunction(context, def),
    tableBuilders(context, def, names),
    keyMethods(context, def, names.variables),
    serialization(context, def, names.variables),
    unpackMethods(context, def, live, names),
  ]);
  return [
    documented(def.doc, block(classHead(context, def), members, '}')),
    blank,
    objectCode(context, def, live, names),
    blank,
    modern,
  ];
}

/** The first line of an accessor class. */
export function classHead(context: Context, def: TableDef | StructDef): Fragment {
  const { type } = context.names.of(def);
  if (!context.settings.objectApi) return code`export class ${type} {`;
  return code`export class ${type} implements ${context.runtime('IUnpackableObject')}<${objectRef(context, def)}> {`;
}

/** What makes an accessor a view: the buffer, the position, and the method that sets both. */
export function viewMembers(context: Context, def: TableDef | StructDef, variables: Variables): Code {
  const { i, bb } = variables;
  const buffer = context.runtime('ByteBuffer');
  return [
    code`bb: ${buffer} | null = null;`,
    'bb_pos: number = 0;',
    '',
    block(
      code`__init(${i}: number, ${bb}: ${buffer}): ${context.names.of(def).type} {`,
      [code`this.bb_pos = ${i};`, code`this.bb = ${bb};`, 'return this;'],
      '}',
    ),
  ];
}

/** The full name at run time. */
export function nameFunction(context: Context, def: TableDef | StructDef): Code {
  if (!context.settings.nameStrings) return [];
  const name = quoted(def.fullName);
  return block(code`static getFullyQualifiedName(): ${name} {`, code`return ${name};`, '}');
}

function rootFunctions(context: Context, def: TableDef, variables: Variables): Code {
  const { bb, obj } = variables;
  const { type } = context.names.of(def);
  const buffer = context.runtime('ByteBuffer');
  const parameters = code`${bb}: ${buffer}, ${obj}?: ${type}`;
  const open = code`return (${obj} || new ${type}()).__init(${bb}.readInt32(${bb}.position()) + ${bb}.position(), ${bb});`;
  const prefix = context.farOffsets ? 8 : context.runtime('SIZE_PREFIX_LENGTH');
  const identifier = context.schema.root === def ? context.schema.fileIdentifier : null;
  return paragraphs([
    block(code`static getRootAs${def.name}(${parameters}): ${type} {`, open, '}'),
    block(
      code`static getSizePrefixedRootAs${def.name}(${parameters}): ${type} {`,
      [code`${bb}.setPosition(${bb}.position() + ${prefix});`, open],
      '}',
    ),
    identifier === null
      ? []
      : block(
          code`static bufferHasIdentifier(${bb}: ${buffer}): boolean {`,
          code`return ${bb}.__has_identifier(${quoted(identifier)});`,
          '}',
        ),
  ]);
}

/** Schemas with services get these for every table: a message is its whole buffer. */
function serialization(context: Context, def: TableDef, variables: Variables): Code {
  if (context.schema.services.length === 0) return [];
  const { type } = context.names.of(def);
  const { buffer } = variables;
  const bytes = code`${global('Uint8Array')}`;
  return paragraphs([
    // From where the buffer begins: what a builder gives has free bytes before it.
    block(code`serialize(): ${bytes} {`, 'return this.bb!.bytes().subarray(this.bb!.position());', '}'),
    block(
      code`static deserialize(${buffer}: ${bytes}): ${type} {`,
      code`return ${type}.getRootAs${def.name}(new ${context.runtime('ByteBuffer')}(${buffer}));`,
      '}',
    ),
  ]);
}
