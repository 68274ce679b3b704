// The class of a vector of tables or structs, nested in the class of its elements.
import { block, code, paragraphs, type Code } from '@fb/codegen';
import type { StructDef, TableDef } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { keyType } from './key.js';
import { byteBuffer, imported, runtime } from './runtime.js';

/** `Vector`. */
export function vectorClass(context: Context, def: TableDef | StructDef): Code {
  const ref = typeRef(context, def, def);
  const element = def.kind === 'table' ? '__indirect(__element(j), bb)' : '__element(j)';
  const nullable = context.settings.nullable ? code`@${imported('javax.annotation', 'Nullable')}` : [];
  const key = def.kind === 'table' ? def.key : null;
  const body = paragraphs([
    block(
      code`public Vector __assign(int vector, int elementSize, ${byteBuffer} bb) {`,
      ['__reset(vector, elementSize, bb);', 'return this;'],
      '}',
    ),
    block(code`public ${ref} get(int j) {`, code`return get(new ${ref}(), j);`, '}'),
    block(code`public ${ref} get(${ref} obj, int j) {`, code`return obj.__assign(${element}, bb);`, '}'),
    ...(key === null
      ? []
      : [
          [
            nullable,
            block(
              code`public ${ref} getByKey(${keyType(key)} key) {`,
              'return __lookup_by_key(null, __vector(), key, bb);',
              '}',
            ),
          ],
          [
            nullable,
            block(
              code`public ${ref} getByKey(${ref} obj, ${keyType(key)} key) {`,
              'return __lookup_by_key(obj, __vector(), key, bb);',
              '}',
            ),
          ],
        ]),
  ]);
  return block(code`public static final class Vector extends ${runtime('BaseVector')} {`, body, '}');
}
