// Keys of tables: how two tables compare, and binary search in a sorted vector.
import { block, code, paragraphs, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { TableDef, TableField } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { lang } from './language.js';
import { byteBuffer, imported } from './runtime.js';
import { accessOf, readScalar, storedOf, type Stored } from './scalar.js';

/** The Java type of a key. */
export function keyType({ type }: TableField): Piece {
  return type.kind === 'scalar' || type.kind === 'enum' ? accessOf(type).type : lang('String');
}

/** What sorting and look-up need. A key is in every table: builders write it whatever its value is. */
export function keyMethods(context: Context, def: TableDef): Code {
  const { key } = def;
  if (key === null) return [];
  return paragraphs([compareMethod(key), lookUpMethod(context, def, key)]);
}

function compareMethod({ type, vtableOffset }: TableField): Code {
  const at = (which: string): string => `__offset(${vtableOffset}, ${which}, bb)`;
  const integer = lang('Integer');
  return [
    code`@${lang('Override')}`,
    block(
      code`protected int keysCompare(${integer} o1, ${integer} o2, ${byteBuffer} bb) {`,
      type.kind === 'scalar' || type.kind === 'enum'
        ? code`return ${compare(type, readScalar(type, at('o1')), readScalar(type, at('o2')))};`
        : `return compareStrings(${at('o1')}, ${at('o2')}, bb);`,
      '}',
    ),
  ];
}

/** Less than, equal to or greater than 0. */
function compare(type: Stored, a: Piece, b: Piece): Fragment {
  const access = accessOf(type);
  const method = storedOf(type) === 'ulong' ? 'compareUnsigned' : 'compare';
  return code`${lang(access.boxed)}.${method}(${a}, ${b})`;
}

function lookUpMethod(context: Context, def: TableDef, key: TableField): Code {
  const ref = typeRef(context, def, def);
  const { type, vtableOffset } = key;
  const field = `__offset(${vtableOffset}, bb.capacity() - table, bb)`;
  const scalar = type.kind === 'scalar' || type.kind === 'enum';
  const utf8 = code`${imported('java.nio.charset', 'StandardCharsets')}.UTF_8`;
  return block(
    code`public static ${ref} __lookup_by_key(${ref} obj, int vector, ${keyType(key)} key, ${byteBuffer} bb) {`,
    [
      scalar ? [] : code`byte[] bytes = key.getBytes(${utf8});`,
      'int low = 0;',
      'int high = bb.getInt(vector - 4);',
      block(
        'while (low < high) {',
        [
          'int middle = (low + high) >>> 1;',
          'int table = __indirect(vector + 4 * middle, bb);',
          scalar
            ? code`int order = ${compare(type, readScalar(type, field), 'key')};`
            : `int order = compareStrings(${field}, bytes, bb);`,
          code`if (order == 0) return (obj == null ? new ${ref}() : obj).__assign(table, bb);`,
          'if (order < 0) low = middle + 1;',
          'else high = middle;',
        ],
        '}',
      ),
      'return null;',
    ],
    '}',
  );
}
