// Bound names to the schema model: types, numbers, layouts, defaults, slots. Every finding is reported, and what is
// not valid is left out, so that the rest can be checked as well.
import { didYouMean, encodeSource } from '@fb/diagnostics';
import type { Schema, ServiceCall, TableDef } from '@fb/schema';
import type { FileUnit } from '../loader.js';
import type { CallDraft, Scope, ServiceDraft, TypeRef } from '../bind/draft.js';
import { spanOf } from '../bind/symbols.js';
import { messages } from '../messages.js';
import { docBefore } from '../syntax/doc-comments.js';
import { stringValue } from '../syntax/scan-string.js';
import { Kind } from '../syntax/token.js';
import { modelAttributes } from '../bind/attributes.js';
import type { LowerContext } from './context.js';
import { featuresOf } from './features.js';
import { lowerEnums } from './lower-enums.js';
import { lowerStructs } from './lower-structs.js';
import { lowerTables } from './lower-tables.js';
import { lowerTypes, typeOf } from './lower-types.js';
import { tokenSpan } from './spans.js';

/** The schema that a program means; only valid if no error was reported. */
export function lower(context: LowerContext): Schema {
  const { program } = context;
  lowerEnums(context);
  lowerTypes(context);
  lowerStructs(context);
  lowerTables(context);
  for (const service of program.services) lowerService(service, context);
  const root = findRoot(context);
  const main = program.units[program.units.length - 1] as FileUnit;
  return {
    objects: program.objects.map((draft) => draft.def),
    enums: program.enums.map((draft) => draft.union ?? draft.def),
    services: program.services.map((draft) => draft.def),
    root,
    fileIdentifier: lastSetting('identifier', context),
    fileExtension: lastSetting('extension', context),
    mainFile: main.file,
    files: program.files,
    features: featuresOf(program),
  };
}

function lowerService(draft: ServiceDraft, context: LowerContext): void {
  const { declared } = context.attributeNames;
  const seen = new Map<string, CallDraft>();
  const calls: ServiceCall[] = [];
  draft.def.attributes = modelAttributes(draft.attributes, declared);
  for (const call of draft.calls) {
    const first = seen.get(call.name);
    if (first !== undefined) {
      const related = [{ message: 'first declared here', span: first.span }];
      context.report(messages.create('NAME-DUP-RPC', call.span, { name: call.name }, { related }));
    }
    seen.set(call.name, call);
    const request = tableOf(call.request, context);
    const response = tableOf(call.response, context);
    if (request === null || response === null) continue;
    const { source, tokens } = draft.scope.unit.syntax;
    const doc = docBefore(source.text, tokens, call.syntax.first);
    const attributes = modelAttributes(call.attributes, declared);
    calls.push({ name: call.name, doc, attributes, span: call.span, request, response });
  }
  draft.def.calls = calls;
}

function tableOf(ref: TypeRef | null, context: LowerContext): TableDef | null {
  const type = ref === null ? null : typeOf(ref);
  if (ref === null || type === null) return null;
  if (type.kind === 'table') return type.table;
  context.report(messages.create('TYPE-RPC', spanOf(ref), { name: ref.name.text }));
  return null;
}

/** The last `root_type` of the main file; those of included files are checked, but do not count. */
function findRoot(context: LowerContext): TableDef | null {
  let root: TableDef | null = null;
  for (const { scope, syntax, symbol } of context.program.roots) {
    const { name } = syntax;
    const known = context.strict || symbol?.draft ? symbol : context.symbols.findExact(name.text, scope);
    const def = known?.draft?.def;
    if (def === undefined) {
      // Mentioned, never defined: that has been reported.
      if (known === null) {
        const hint = rootHint(name.text, scope, context);
        context.report(messages.create('NAME-ROOT', spanOf({ scope, name }), { name: name.text }, { hint }));
      }
    } else if (def.kind === 'struct') {
      context.report(messages.create('NAME-ROOT-STRUCT', spanOf({ scope, name }), { name: name.text }));
    } else if (scope.unit.isMain) {
      root = def;
    }
  }
  for (const { unit, syntax } of context.program.json) {
    if (context.program.roots.some((draft) => draft.scope.unit.isMain)) continue;
    context.report(messages.create('JSON-ROOT', tokenSpan(unit, syntax.first), {}));
  }
  return root;
}

/** What was perhaps meant by the name of a root. */
function rootHint(name: string, scope: Scope, { program, symbols }: LowerContext): string | null {
  const later = symbols.findDefined(name, scope)?.draft;
  if (later) return `define "${later.def.fullName}" above this line`;
  const tables = program.objects.flatMap(({ def }) => (def.kind === 'table' ? [def] : []));
  const namesake = tables.find((def) => def.name === name);
  if (namesake !== undefined) return `write the full name: "${namesake.fullName}"`;
  const own = scope.prefixes[0] ?? '';
  return didYouMean(
    name,
    tables.map(({ fullName }) =>
      own !== '' && fullName.startsWith(own) ? fullName.slice(own.length) : fullName,
    ),
  );
}

function lastSetting(kind: 'identifier' | 'extension', context: LowerContext): string | null {
  let value: string | null = null;
  for (const { unit, syntax } of context.program.settings) {
    const span = tokenSpan(unit, syntax.value);
    if (syntax.kind !== kind || unit.syntax.tokens.kinds[syntax.value] !== Kind.string) continue;
    const text = stringValue(unit.syntax.source.text, span.start, span.end);
    if (kind === 'identifier') {
      const length = encodeSource(text).length;
      if (length !== 4) context.report(messages.create('FILE-IDENT', span, { length }));
    }
    if (unit.isMain) value = text;
  }
  return value;
}
