// Which files there are and what is in each: planned and checked first, then rendered.
import {
  checkOutputs,
  code,
  render,
  visible,
  type Code,
  type GeneratorResult,
  type PlannedOutput,
  type SourceFile,
} from '@fb/codegen';
import { hasErrors } from '@fb/diagnostics';
import { barrelsOf, importExtension, type Barrel } from './barrel.js';
import type { Context } from './context.js';
import { enumCode } from './enum.js';
import { functionNamesOf } from './function-names.js';
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
  const barrels = settings.omitEntrypoint ? [] : barrelsOf(context);
  const diagnostics = checkOutputs([
    ...defs.map((def) => plannedType(context, def)),
    ...barrels.map((barrel) => plannedBarrel(barrel)),
  ]);
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  const dialect = dialectOf(importExtension(context));
  // One after another: the code values of a file, far larger than its text, are done with when the next is made.
  const files = [
    ...defs.map((def) => render(typeFile(context, def), dialect)),
    ...barrels.map((barrel) => render(barrelFile(context, barrel), dialect)),
  ];
  return { files, diagnostics };
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

function typeFile(context: Context, def: TypeDef): SourceFile {
  const { path } = context.names.of(def);
  const { body, declared } = contentOf(context, def);
  return { path, head: head(context, lintRules(def)), body, declared };
}

function barrelFile(context: Context, barrel: Barrel): SourceFile {
  return { path: barrel.path, head: head(context, []), body: barrel.body, declared: new Set() };
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
      const file = fileNames([
        names.type,
        names.unionTo,
        names.unionListTo,
        names.layout,
        ...functionNamesOf(names),
      ]);
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

/** Rules that the classic interface cannot keep: buffers that may be null, unions typed `any`, an unused parameter. */
function lintRules(def: TypeDef): readonly string[] {
  if (def.kind === 'enum' || def.kind === 'union') return [];
  const union = def.kind === 'table' && def.fields.some(({ type }) => type.kind === 'union');
  const anything =
    def.kind === 'table'
      ? union || def.fields.some(({ type }) => type.kind === 'vector' && type.element.kind === 'union')
      : leavesOf(def).some(({ type }) => type.kind === 'array' && type.element.kind === 'struct');
  return [
    '@typescript-eslint/no-non-null-assertion',
    ...(anything ? ['@typescript-eslint/no-explicit-any'] : []),
    ...(union ? ['@typescript-eslint/no-unused-vars'] : []),
  ];
}

function head(context: Context, rules: readonly string[]): Code {
  const file = visible(context.schema.mainFile.path.split(/[/\\]/).at(-1) ?? '');
  return [
    code`// Code generated from ${file}: do not edit, change the schema instead.`,
    rules.length === 0 ? [] : code`/* eslint-disable ${rules.join(', ')} */`,
    '',
  ];
}
