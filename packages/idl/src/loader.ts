// Reads a schema file and what it includes, each file once, and parses them. Files come out in the order in which
// they count: includes before the files that include them.
import { decodeSource, TextSource } from '@fb/diagnostics';
import type { SchemaFile } from '@fb/schema';
import { findInclude, KnownFiles, type IncludeSearch } from './find-include.js';
import type { Host } from './host.js';
import { messages } from './messages.js';
import type { LoadOptions } from './options.js';
import type { Report } from './report.js';
import { lex } from './syntax/lexer.js';
import { parse } from './syntax/parser.js';
import { stringValue } from './syntax/scan-string.js';
import type { DeclarationSyntax, FileSyntax, SettingSyntax } from './syntax/syntax.js';
import { Kind } from './syntax/token.js';

/** A parsed file of a schema. */
export interface FileUnit {
  readonly syntax: FileSyntax;
  readonly file: {
    readonly path: string;
    readonly includes: string[];
    readonly includeNames: string[];
    readonly nativeIncludes?: readonly string[];
  };
  /** Position among all files, in the order in which they count. */
  order: number;
  readonly isMain: boolean;
}

/** A file whose includes are being read. */
interface Pending {
  readonly unit: FileUnit;
  readonly includes: readonly SettingSyntax[];
  /** Paths that were opened for it, with what was written; one that is written twice counts once. */
  readonly includePaths: Map<string, string>;
  next: number;
}

/** What {@link loadFiles} found. */
export interface LoadedFiles {
  /** In the order in which they count; the main file is the last one. */
  readonly units: readonly FileUnit[];
}

/** Parses `bytes`, the file at `path`, and all that it includes. */
export function loadFiles(
  path: string,
  content: string | Uint8Array,
  host: Host,
  options: LoadOptions,
  report: Report,
): LoadedFiles {
  const units: FileUnit[] = [];
  const files = readOnce(host);
  const opened = new Set([path]);
  const known = new KnownFiles();
  const open = (at: string, text: string, isMain: boolean): Pending => {
    const syntax = parseFile(at, text, isMain, options, report);
    const native = nativeIncludes(syntax);
    const file = {
      path: at,
      includes: [],
      includeNames: [],
      ...(native.length === 0 ? {} : { nativeIncludes: native }),
    };
    const unit: FileUnit = { syntax, file, order: 0, isMain };
    return { unit, includes: syntax.declarations.filter(isInclude), includePaths: new Map(), next: 0 };
  };

  const mainText = typeof content === 'string' ? content : decodeSource(content);
  known.add(path, mainText);
  // An explicit stack: a chain of includes may be longer than the call stack is deep.
  const stack = [open(path, mainText, true)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const include = top.includes[top.next++];
    if (include === undefined) {
      const { file } = top.unit;
      for (const included of [...top.includePaths.keys()].toSorted(compareText)) file.includes.push(included);
      for (const name of [...top.includePaths.values()].toSorted(compareText)) file.includeNames.push(name);
      top.unit.order = units.length;
      units.push(top.unit);
      stack.pop();
      continue;
    }
    const search = {
      from: top.unit.file.path,
      main: path,
      includePaths: options.includePaths ?? [],
      host: files,
    };
    const found = openInclude(top.unit, include, search, report);
    if (found === null) continue;
    if (!top.includePaths.has(found.path)) top.includePaths.set(found.path, found.name);
    if (opened.has(found.path)) continue;
    opened.add(found.path);
    const text = decodeSource(found.bytes);
    if (known.add(found.path, text)) stack.push(open(found.path, text, false));
  }
  return { units };
}

/** Asks for each path once: many files may include the same one. */
function readOnce(host: Host): Host {
  const known = new Map<string, Uint8Array | null>();
  return {
    readFile(path) {
      const before = known.get(path);
      const bytes = before === undefined ? host.readFile(path) : before;
      known.set(path, bytes);
      return bytes;
    },
  };
}

/** The files as the schema lists them, in ascending order of the path. */
export function schemaFiles(units: readonly FileUnit[]): SchemaFile[] {
  return units.map((unit) => unit.file).toSorted((a, b) => compareText(a.path, b.path));
}

function isInclude(declaration: DeclarationSyntax): declaration is SettingSyntax {
  return declaration.kind === 'include';
}

function parseFile(
  path: string,
  text: string,
  isMain: boolean,
  options: LoadOptions,
  report: Report,
): FileSyntax {
  const source = new TextSource(path, text);
  const found: Parameters<Report>[0][] = [];
  const collect: Report = (diagnostic) => found.push(diagnostic);
  const tokens = lex(source, collect, { allowNonUtf8: options.allowNonUtf8 === true });
  const syntax = parse(source, tokens, collect, { included: !isMain });
  const last = syntax.declarations.at(-1);
  // In an included file nothing counts from a JSON object on.
  const stop = last?.kind === 'json' && !isMain ? (tokens.starts[last.first] ?? 0) : Infinity;
  for (const diagnostic of found) if ((diagnostic.span?.start ?? 0) < stop) report(diagnostic);
  if (stop !== Infinity) report(messages.create('W-JSON-TAIL', { source, start: stop, end: stop + 1 }, {}));
  return syntax;
}

/** The file that an include names; `null`, reported, if there is none. */
function openInclude(
  unit: FileUnit,
  include: SettingSyntax,
  search: IncludeSearch,
  report: Report,
): { readonly path: string; readonly bytes: Uint8Array; readonly name: string } | null {
  const { source, tokens } = unit.syntax;
  if (tokens.kinds[include.value] !== Kind.string) return null;
  const span = { source, start: tokens.starts[include.value] ?? 0, end: tokens.ends[include.value] ?? 0 };
  const name = stringValue(source.text, span.start, span.end).replaceAll('\\', '/');
  const found = findInclude(name, span, search, report);
  return found === null ? null : { ...found, name };
}

/** The names after `native_include`, in source order. */
function nativeIncludes({ source, tokens, declarations }: FileSyntax): readonly string[] {
  return declarations.flatMap((declaration) => {
    if (declaration.kind !== 'native include' || tokens.kinds[declaration.value] !== Kind.string) return [];
    const { value } = declaration;
    return [stringValue(source.text, tokens.starts[value] ?? 0, tokens.ends[value] ?? 0)];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
