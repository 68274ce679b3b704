// The order of a header: what must be known first stands first.
import { blank, type Code } from '@fb/codegen';
import { equalityDeclarations } from './compare.js';
import type { Context } from './context.js';
import { enumParts } from './enum.js';
import { inNamespaces, type Placed } from './namespaces.js';
import type { TypeDef } from './names.js';
import { isNativeTable } from './native.js';
import { isSplit, type Parts } from './parts.js';
import { rootCode } from './root.js';
import { structCode } from './struct.js';
import { tableParts } from './table.js';
import { typeTableDeclaration, typeTableParts } from './type-table.js';
import { unionParts, unionTemplates } from './union.js';

/** The code of a schema: of its header, and of its source file if bodies go there. */
export function codeOf(context: Context): { readonly header: Code; readonly source: Code } {
  const { enums, structs, tables, names, schema } = context;
  const place = (def: TypeDef, code: Code): Placed => ({ namespace: names.namespace(def), code });
  const enumLike = enums.map((def): readonly [TypeDef, Parts] => [
    def,
    def.kind === 'union' ? unionParts(context, def) : enumParts(context, def),
  ]);
  const tableLike = tables.map((def): readonly [TypeDef, Parts] => [def, tableParts(context, def)]);
  const reflected = [...enums, ...structs, ...tables];
  const bodies = [...enumLike, ...tableLike].map(([def, parts]) => place(def, parts.bodies));
  const typeTables = reflected.map((def) => place(def, [blank, typeTableParts(context, def).bodies]));
  const { root } = schema;
  const rootHere = root !== null && tables.includes(root) ? root : null;
  const later = [...bodies, ...typeTables];
  return {
    header: inNamespaces([
      ...[...structs, ...tables].map((def) => place(def, forward(context, def))),
      ...[...structs, ...tables].map((def) => place(def, equalityDeclarations(context, def))),
      ...reflected.map((def) => place(def, typeTableDeclaration(context, def))),
      ...enumLike.map(([def, parts]) => place(def, parts.types)),
      ...structs.map((def) => place(def, structCode(context, def))),
      ...tableLike.map(([def, parts]) => place(def, parts.types)),
      ...(isSplit(context) ? [] : later),
      ...enums.map((def) => place(def, def.kind === 'union' ? unionTemplates(context, def) : [])),
      ...(rootHere === null ? [] : [place(rootHere, rootCode(context, rootHere))]),
    ]),
    source: isSplit(context) ? inNamespaces(later) : [],
  };
}

/** What other types may point to. */
function forward({ names, settings }: Context, def: TypeDef): Code {
  return [
    `struct ${names.local(def)};`,
    def.kind === 'table' ? `struct ${names.local(def, 'builder')};` : [],
    def.kind === 'table' && settings.objectApi && !isNativeTable(def)
      ? `struct ${names.local(def, 'native')};`
      : [],
  ];
}
