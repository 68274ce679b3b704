// Which files there are and what is in each: planned and checked first, then rendered.
import {
  checkOutputs,
  code,
  entryText,
  paragraphs,
  render,
  visible,
  type Code,
  type EntryFile,
  type GeneratedFile,
  type GeneratorResult,
  type PlannedOutput,
  type SourceFile,
} from '@fb/codegen';
import { hasErrors } from '@fb/diagnostics';
import { barrelsOf, importExtension, type Barrel } from './barrel.js';
import type { Context } from './context.js';
import { enumCode } from './enum.js';
import { grpcFile } from './grpc.js';
import { dialectOf } from './language.js';
import { classNames, fileNames } from './members.js';
import type { TypeDef } from './names.js';
import { leavesOf } from './struct-builder.js';
import { structCode } from './struct.js';
import { tableCode } from './table.js';
import { unionCode } from './union.js';

/** All files of a schema. */
export function filesOf(context: Context): GeneratorResult {
  const { schema, settings } = context;
  const defs = [...schema.enums, ...schema.objects].filter(
    (def) => settings.generateAll || def.file.path === schema.mainFile.path,
  );
  if (settings.oneFile) return oneFile(context, defs);
  const barrels = settings.omitEntrypoint ? [] : barrelsOf(context);
  // A type called like its schema has the file of the entry point, which then exports the rest from there.
  const shared = new Map(barrels.flatMap((barrel) => sharedBy(context, barrel, defs)));
  const separate = barrels.filter((barrel) => ![...shared.values()].includes(barrel));
  const services = grpcFile(context);
  const diagnostics = checkOutputs([
    ...defs.map((def) => plannedType(context, def)),
    ...separate.map((barrel) => plannedBarrel(barrel)),
    ...(services === null ? [] : [plannedServices(services.path)]),
  ]);
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  const dialect = dialectOf(importExtension(context));
  // One after another: the code values of a file, far larger than its text, are done with when the next is made.
  const files = [
    ...defs.map((def) => render(typeFile(context, def, shared.get(def)), dialect)),
    ...separate.map((barrel) => entryFile(context, barrel, dialect.extension)),
    ...(services === null ? [] : [render({ ...services, head: head(context, []) }, dialect)]),
  ];
  return { files, diagnostics };
}

/** All definitions in the file of their schema. Those of included files are in the files of these, at their names. */
function oneFile(context: Context, defs: readonly TypeDef[]): GeneratorResult {
  const { schema, settings, names } = context;
  const sources = new Map<string, PlannedOutput>();
  for (const def of settings.generateAll ? [] : [...schema.enums, ...schema.objects]) {
    const subject = `the types of \`${def.file.path}\``;
    sources.set(def.file.path, { path: names.of(def).path, subject, span: def.span, hint: null });
  }
  const diagnostics = checkOutputs([...sources.values()]);
  const [first] = defs;
  if (hasErrors(diagnostics) || first === undefined) return { files: [], diagnostics };
  const parts = defs.map((def) => contentOf(context, def));
  const rules = [...new Set(defs.flatMap((def) => lintRules(context, def)))];
  const file: SourceFile = {
    path: names.of(first).path,
    head: head(context, rules),
    body: paragraphs(parts.map(({ body }) => body)),
    declared: new Set(parts.flatMap(({ declared }) => [...declared])),
  };
  const services = grpcFile(context);
  const dialect = dialectOf(importExtension(context));
  const others = services === null ? [] : [render({ ...services, head: head(context, []) }, dialect)];
  return { files: [render(file, dialect), ...others], diagnostics };
}

function plannedType(context: Context, def: TypeDef): PlannedOutput {
  return {
    path: context.names.of(def).path,
    subject: `${def.kind} \`${def.fullName}\``,
    span: def.span,
    hint: null,
  };
}

function plannedBarrel(barrel: Barrel): PlannedOutput {
  const hint = 'rename the schema file or the type, or leave the entry points out (--ts-omit-entrypoint)';
  return { path: barrel.path, subject: `the entry point \`${barrel.path}\``, span: null, hint };
}

function plannedServices(path: string): PlannedOutput {
  return { path, subject: 'the services', span: null, hint: null };
}

/** An entry point with the one of its types that has the same path. */
function sharedBy(context: Context, barrel: Barrel, defs: readonly TypeDef[]): readonly [TypeDef, Barrel][] {
  const def = defs.find((each) => context.names.of(each).path === barrel.path);
  return def !== undefined && barrel.types.has(def) ? [[def, barrel]] : [];
}

function typeFile(context: Context, def: TypeDef, entry?: Barrel): SourceFile {
  const { path, type } = context.names.of(def);
  const { body, declared } = contentOf(context, def);
  const others = entry?.lines.filter(({ names }) => !names.includes(type)).map(({ text }) => text) ?? [];
  return {
    path,
    head: head(context, lintRules(context, def)),
    body: others.length === 0 ? body : paragraphs([body, others]),
    declared,
  };
}

function entryFile(context: Context, { path, lines }: Barrel, extension: string): GeneratedFile {
  const entry: EntryFile = { head: [origin(context)], lines };
  return { path: `${path}${extension}`, content: entryText(entry), entry };
}

function contentOf(
  context: Context,
  def: TypeDef,
): { readonly body: Code; readonly declared: ReadonlySet<string> } {
  const names = context.names.of(def);
  switch (def.kind) {
    case 'enum':
      return { body: enumCode(context, def), declared: new Set([names.type]) };
    case 'union': {
      const file = fileNames(context.names.exportsOf(names.path));
      return { body: unionCode(context, def, file), declared: file.declared };
    }
    case 'struct': {
      const members = classNames(context, def);
      return { body: structCode(context, def, members), declared: members.declared };
    }
    case 'table': {
      const members = classNames(context, def);
      return { body: tableCode(context, def, members), declared: members.declared };
    }
  }
}

/** Rules that the classic interface cannot keep: buffers that may be null, unions typed `any`. */
function lintRules({ settings }: Context, def: TypeDef): readonly string[] {
  if (!settings.classes) return [];
  if (def.kind === 'enum' || def.kind === 'union') return [];
  const anything =
    def.kind === 'table'
      ? def.fields.some(({ type }) => (type.kind === 'vector' ? type.element : type).kind === 'union')
      : leavesOf(def).some(({ type }) => type.kind === 'array' && type.element.kind === 'struct');
  return [
    '@typescript-eslint/no-non-null-assertion',
    ...(anything ? ['@typescript-eslint/no-explicit-any'] : []),
  ];
}

function origin(context: Context): string {
  const file = visible(context.schema.mainFile.path.split(/[/\\]/).at(-1) ?? '');
  return `// Code generated from ${file}: do not edit, change the schema instead.`;
}

function head(context: Context, rules: readonly string[]): Code {
  return [origin(context), rules.length === 0 ? [] : code`/* eslint-disable ${rules.join(', ')} */`, ''];
}
