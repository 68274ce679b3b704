// Structs: the accessor class, the function that writes one, and the plain class.
import { code, paragraphs, type Code } from '@fb/codegen';
import type { StructDef } from '@fb/schema';
import type { Module } from './context.js';
import { bufferHint } from './hints.js';
import { builtin, classCode, documented, functionCode } from './language.js';
import { objectCode } from './object-api.js';
import { runtime } from './runtime.js';
import { createStruct } from './struct-builder.js';
import { structAccessors } from './struct-reader.js';

/** Everything that belongs to a struct. */
export function structCode(module: Module, def: StructDef): Code {
  const { type } = module.names.of(def);
  const members = paragraphs([
    module.form === 'stub' ? [] : "__slots__ = ['_tab']",
    functionCode(
      module.form,
      {
        decorators: [builtin('classmethod')],
        name: 'SizeOf',
        parameters: [{ name: 'cls' }],
        result: builtin('int'),
      },
      () => code`return ${def.size}`,
    ),
    initMethod(module),
    ...def.fields.map((field) => structAccessors(module, def, field)),
  ]);
  return paragraphs([
    documented(def.doc, classCode(code`class ${type}(${builtin('object')}):`, members, false)),
    createStruct(module, def),
    objectCode(module, def),
  ]);
}

/** The method that makes an accessor a view of a position. */
export function initMethod(module: Module): Code {
  const parameters = [
    { name: 'self' },
    { name: 'buf', hint: bufferHint() },
    { name: 'pos', hint: builtin('int') },
  ];
  return functionCode(module.form, { name: 'Init', parameters, result: null }, () => [
    code`self._tab = ${runtime('table.Table')}(buf, pos)`,
  ]);
}
