// What makes an accessor class a view: the methods that set its buffer and position.
import { block, code, type Code } from '@fb/codegen';
import type { StructDef, TableDef } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { byteBuffer } from './runtime.js';

/** `__init` and `__assign`. */
export function viewMethods(context: Context, def: TableDef | StructDef): Code {
  return [
    block(code`public void __init(int i, ${byteBuffer} bb) {`, '__reset(i, bb);', '}'),
    '',
    block(
      code`public ${typeRef(context, def, def)} __assign(int i, ${byteBuffer} bb) {`,
      ['__init(i, bb);', 'return this;'],
      '}',
    ),
  ];
}
