// Which files there are and what is in each: planned and checked first, then rendered.
import {
  checkOutputs,
  code,
  paragraphs,
  render,
  type Code,
  type GeneratedFile,
  type GeneratorResult,
  type PlannedOutput,
} from '@fb/codegen';
import { hasErrors } from '@fb/diagnostics';
import type { Context, Module } from './context.js';
import { enumCode } from './enum.js';
import { dialectOf, headOf, type Form } from './language.js';
import { memberNames, type TypeDef } from './names.js';
import { runtime } from './runtime.js';
import { grpcFile } from './grpc.js';
import { structCode } from './struct.js';
import { tableCode } from './table.js';
import { unionCode } from './union.js';

/** All files of a schema. */
export function filesOf(context: Context): GeneratorResult {
  const { schema, settings } = context;
  const defs = [...schema.enums, ...schema.objects].filter(
    (def) => settings.generateAll || def.file.path === schema.mainFile.path,
  );
  const modules = new Map<string, TypeDef[]>();
  for (const def of defs) {
    const { path } = context.names.of(def);
    const known = modules.get(path);
    if (known === undefined) modules.set(path, [def]);
    else known.push(def);
  }
  const diagnostics = settings.oneFile ? [] : checkOutputs(defs.map((def) => planned(context, def)));
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  const files: GeneratedFile[] = [];
  for (const [path, content] of modules) {
    files.push(moduleFile(context, path, content, settings.typing ? 'typed' : 'plain'));
    if (settings.typing) files.push(moduleFile(context, path, content, 'stub'));
  }
  const services = settings.grpc ? grpcFile(context) : [];
  const written = new Set([...files, ...services].map((file) => file.path));
  return { files: [...files, ...packages(context, written), ...services], diagnostics };
}

function planned(context: Context, def: TypeDef): PlannedOutput {
  const subject = `${def.kind} \`${def.fullName}\``;
  return { path: context.names.of(def).path, subject, span: def.span, hint: null };
}

/** An empty file in each folder makes it a package. */
function packages({ settings }: Context, written: ReadonlySet<string>): readonly GeneratedFile[] {
  if (settings.oneFile) return [];
  const folders = new Set<string>();
  for (const path of written) {
    const parts = path.split('/').slice(0, -1);
    for (let i = 1; i <= parts.length; i++) folders.add(parts.slice(0, i).join('/'));
  }
  return [...folders]
    .map((folder) => ({ path: `${folder}/__init__.py`, content: '' }))
    .filter(({ path }) => !written.has(path));
}

function moduleFile(context: Context, path: string, defs: readonly TypeDef[], form: Form): GeneratedFile {
  const exported = new Set(context.names.declared(path));
  const inside = new Set<string>();
  for (const def of defs) {
    if (def.kind === 'enum' || def.kind === 'union') {
      const { discriminator } = def.kind === 'union' ? def : { discriminator: def };
      for (const name of memberNames(discriminator, context.names.reserved)) inside.add(name);
      continue;
    }
    const { methods, attributes } = context.members(def);
    for (const name of [...methods, ...(form === 'stub' ? attributes : [])]) inside.add(name);
  }
  const aliases = form === 'plain' ? new Map<string, string>() : aliasesOf(context, defs, exported, inside);
  const np = context.settings.numpy ? context.names.np(path) : null;
  const module: Module = { ...context, path, form, np, aliases };
  const body = paragraphs([
    np === null || form === 'stub' || defs.every(({ kind }) => kind === 'enum' || kind === 'union')
      ? []
      : code`${np} = ${runtime('compat.import_numpy')}()`,
    ...defs.map((def) => definitionCode(module, def)),
    [...aliases].map(([name, alias]) => `${alias} = ${name}`),
  ]);
  const declared = new Set([...exported, ...inside, ...aliases.values()]);
  return render({ path, head: headOf(context.schema.mainFile.path, form), body, declared }, dialectOf(form));
}

function definitionCode(module: Module, def: TypeDef): Code {
  switch (def.kind) {
    case 'enum':
      return enumCode(module, def);
    case 'union':
      return unionCode(module, def);
    case 'struct':
      return structCode(module, def);
    case 'table':
      return tableCode(module, def);
  }
}

/** A method that is called like a class of the module hides it from the annotations of its own class. */
function aliasesOf(
  context: Context,
  defs: readonly TypeDef[],
  exported: ReadonlySet<string>,
  inside: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const taken = new Set([...exported, ...inside]);
  const aliases = new Map<string, string>();
  for (const def of defs) {
    const { type, object } = context.names.of(def);
    for (const name of [type, object]) {
      if (!inside.has(name) || aliases.has(name)) continue;
      let alias = `_${name}`;
      while (taken.has(alias)) alias += '_';
      taken.add(alias);
      aliases.set(name, alias);
    }
  }
  return aliases;
}
