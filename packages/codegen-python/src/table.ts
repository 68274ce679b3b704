// Tables: the accessor class, the builder functions and the plain class, put together from their parts.
import { code, paragraphs, type Code } from '@fb/codegen';
import type { TableDef } from '@fb/schema';
import type { Module } from './context.js';
import { bufferHint, classHint } from './hints.js';
import { builtin, bytesLiteral, classCode, documented, functionCode } from './language.js';
import { objectCode } from './object-api.js';
import { runtime } from './runtime.js';
import { initMethod } from './struct.js';
import { tableBuilders } from './table-builder.js';
import { createAlias, createMethod } from './table-create.js';
import { tableAccessors } from './table-reader.js';

/** Everything that belongs to a table. */
export function tableCode(module: Module, def: TableDef): Code {
  const { type } = module.names.of(def);
  const live = def.fields.filter((field) => !field.deprecated);
  const members = paragraphs([
    module.form === 'stub' ? [] : "__slots__ = ['_tab']",
    rootMethods(module, def),
    identifierMethod(module, def),
    initMethod(module),
    ...live.map((field) => tableAccessors(module, def, field)),
    createMethod(module, def),
  ]);
  return paragraphs([
    documented(def.doc, classCode(code`class ${type}(${builtin('object')}):`, members, false)),
    tableBuilders(module, def),
    createAlias(module, def),
    objectCode(module, def),
  ]);
}

function rootMethods(module: Module, def: TableDef): Code {
  const { form, settings } = module;
  const result = classHint(module, def, 'type');
  const decorators = [builtin('classmethod')];
  const parameters = [
    { name: 'cls' },
    { name: 'buf', hint: bufferHint() },
    { name: 'offset', hint: builtin('int'), initial: '0' },
  ];
  return paragraphs([
    functionCode(form, { decorators, name: 'GetRootAs', parameters, result }, () => [
      'obj = cls()',
      code`obj.Init(buf, offset + ${runtime('encode.Get')}(${runtime('packer.uoffset')}, buf, offset))`,
      'return obj',
    ]),
    settings.shortNames
      ? []
      : functionCode(form, { decorators, name: module.members(def).getRootAs, parameters, result }, () => [
          '# The older name of GetRootAs.',
          'return cls.GetRootAs(buf, offset)',
        ]),
  ]);
}

function identifierMethod(module: Module, def: TableDef): Code {
  const { fileIdentifier } = module.schema;
  if (fileIdentifier === null) return [];
  const signature = {
    decorators: [builtin('classmethod')],
    name: module.members(def).bufferHasIdentifier,
    parameters: [
      { name: 'cls' },
      { name: 'buf', hint: bufferHint() },
      { name: 'offset', hint: builtin('int') },
      { name: 'size_prefixed', hint: builtin('bool'), initial: 'False' },
    ],
    result: builtin('bool'),
  };
  return functionCode(module.form, signature, () => [
    code`return ${runtime('util.BufferHasIdentifier')}(buf, offset, ${bytesLiteral(fileIdentifier)}, size_prefixed=size_prefixed)`,
  ]);
}
