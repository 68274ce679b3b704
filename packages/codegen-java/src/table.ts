// Tables: the accessor class, put together from its parts.
import { block, code, paragraphs, type Code } from '@fb/codegen';
import type { TableDef, TableField } from '@fb/schema';
import { classCode } from './class-code.js';
import { typeRef, type Context } from './context.js';
import { keyMethods } from './key.js';
import { membersOf } from './members.js';
import { packMethod } from './pack.js';
import { byteBuffer, byteOrder, runtime } from './runtime.js';
import { identifierLiteral, tableBuilders } from './table-builder.js';
import { fieldAccessors } from './table-reader.js';
import { unpackMethods } from './unpack.js';
import { vectorClass } from './vector-class.js';
import { viewMethods } from './view.js';

/** The accessor class of a table. */
export function tableCode(context: Context, def: TableDef): Code {
  const names = membersOf<TableField>(def);
  const live = def.fields.filter((field) => !field.deprecated);
  const { type } = context.names.of(def);
  const body = paragraphs([
    rootMethods(context, def),
    viewMethods(context, def),
    ...live.map((field) => fieldAccessors(context, def, field, names(field))),
    tableBuilders(context, def, live, names),
    keyMethods(context, def),
    vectorClass(context, def),
    unpackMethods(context, def, names),
    packMethod(context, def, names),
  ]);
  return classCode(context, def, code`final class ${type} extends ${runtime('Table')}`, body);
}

function rootMethods(context: Context, def: TableDef): Code {
  const type = typeRef(context, def, def);
  const { runtimeVersion } = context.settings;
  const identifier = context.schema.root === def ? context.schema.fileIdentifier : null;
  const call = `FLATBUFFERS_${runtimeVersion?.replaceAll('.', '_') ?? ''}`;
  return paragraphs([
    runtimeVersion === null
      ? 'public static void ValidateVersion() {}'
      : block('public static void ValidateVersion() {', code`${runtime('Constants')}.${call}();`, '}'),
    block(
      code`public static ${type} getRootAs${def.name}(${byteBuffer} bb) {`,
      code`return getRootAs${def.name}(bb, new ${type}());`,
      '}',
    ),
    block(
      code`public static ${type} getRootAs${def.name}(${byteBuffer} bb, ${type} obj) {`,
      [
        code`bb.order(${byteOrder}.LITTLE_ENDIAN);`,
        'return obj.__assign(bb.getInt(bb.position()) + bb.position(), bb);',
      ],
      '}',
    ),
    identifier === null
      ? []
      : block(
          code`public static boolean ${def.name}BufferHasIdentifier(${byteBuffer} bb) {`,
          code`return __has_identifier(bb, ${identifierLiteral(identifier)});`,
          '}',
        ),
  ]);
}
