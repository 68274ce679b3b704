// Turns code values into text: the only place that decides indentation, import lines and the local names of imports.
import type { Code, Fragment, ImportedName, Name } from './code.js';
import type { GeneratedFile } from './generator.js';
import { invariant } from './invariant.js';

/** A file to be rendered. @public */
export interface SourceFile {
  /** Output path without extension, `/` between folders. */
  readonly path: string;
  /** Lines before the imports. */
  readonly head: Code;
  readonly body: Code;
  /** Names the body declares in any scope: imports keep away from them. */
  readonly declared: ReadonlySet<string>;
}

/** An import with the name it got in the file. @public */
export interface ResolvedImport {
  readonly name: ImportedName;
  readonly local: string;
}

/** What `render` must know of a language. @public */
export interface Dialect {
  /** One step of indentation. */
  readonly indent: string;
  /** With its dot. */
  readonly extension: string;
  /** The import lines, for imports in ascending order. */
  imports(imports: readonly ResolvedImport[], path: string): Code;
  /** How to write a global name that the file hides by a declaration of its own. */
  hiddenGlobal(name: string): string;
}

/** The text of a file. @public */
export function render(file: SourceFile, dialect: Dialect): GeneratedFile {
  const names = namesOf(file.body);
  const imports = resolveImports(file, names);
  const locals = new Map(imports.map(({ name, local }) => [keyOf(name), local]));
  const write = (name: Name): string => {
    if (name.kind === 'global')
      return file.declared.has(name.name) ? dialect.hiddenGlobal(name.name) : name.name;
    return locals.get(keyOf(name)) ?? own(name);
  };
  const lines: string[] = [];
  renderLines([file.head, dialect.imports(imports, file.path), file.body], 0, { dialect, write, lines });
  trimBlank(lines, 0);
  return { path: `${file.path}${dialect.extension}`, content: `${lines.join('\n')}\n` };
}

interface Sheet {
  readonly dialect: Dialect;
  readonly write: (name: Name) => string;
  readonly lines: string[];
}

function renderLines(code: Code, depth: number, sheet: Sheet): void {
  if (Array.isArray(code)) {
    for (const item of code as readonly Code[]) renderLines(item, depth, sheet);
    return;
  }
  const item = code as Exclude<Code, readonly Code[]>;
  if (typeof item === 'string' || item.kind === 'fragment') {
    const text = lineText(item, sheet.write);
    sheet.lines.push(text === '' ? '' : sheet.dialect.indent.repeat(depth) + text);
  } else if (item.kind === 'blank') {
    if (sheet.lines.at(-1) !== '') sheet.lines.push('');
  } else {
    renderLines(item.head ?? [], depth, sheet);
    const start = sheet.lines.length;
    renderLines(item.body, depth + 1, sheet);
    trimBlank(sheet.lines, start);
    renderLines(item.tail ?? [], depth, sheet);
  }
}

/** Takes empty lines off both ends of the lines from `start` on. */
function trimBlank(lines: string[], start: number): void {
  while (lines.length > start && lines[start] === '') lines.splice(start, 1);
  while (lines.length > start && lines.at(-1) === '') lines.pop();
}

/** A line break here would let a name or comment of a schema escape from its place. */
function lineText(line: string | Fragment, write: (name: Name) => string): string {
  let text = '';
  if (typeof line === 'string') text = line;
  else for (const part of line.parts) text += typeof part === 'string' ? part : write(part);
  invariant(!/[\n\r\u2028\u2029]/.test(text), 'a line of code holds a line break');
  return text;
}

/** Names written in `code`, in order, each object once. */
function namesOf(code: Code): ReadonlySet<Name> {
  const names = new Set<Name>();
  const visit = (item: Code): void => {
    if (typeof item === 'string') return;
    if (Array.isArray(item)) for (const inner of item as readonly Code[]) visit(inner);
    else {
      const single = item as Exclude<Code, string | readonly Code[]>;
      if (single.kind === 'fragment')
        for (const part of single.parts) if (typeof part !== 'string') names.add(part);
      if (single.kind === 'block')
        for (const inner of [single.head, single.body, single.tail]) visit(inner ?? []);
    }
  };
  visit(code);
  return names;
}

/** The imports of the file in the order of their lines, each with a free local name. */
function resolveImports(file: SourceFile, names: ReadonlySet<Name>): readonly ResolvedImport[] {
  const taken = new Set(file.declared);
  const imports = new Map<string, ImportedName>();
  for (const name of names) {
    if (name.kind === 'global') taken.add(name.name);
    else if (name.external || name.module !== file.path) imports.set(keyOf(name), name);
  }
  const sorted = [...imports.values()].toSorted((a, b) => compare(a.order, b.order));
  return sorted.map((name) => {
    const local = free(name, taken);
    taken.add(local);
    return { name, local };
  });
}

/** Equal for imports of the same thing. */
function keyOf(name: ImportedName): string {
  return `${name.module}\n${name.exported ?? '*'}`;
}

function free(name: ImportedName, taken: ReadonlySet<string>): string {
  if (!taken.has(name.preferred)) return name.preferred;
  let local = name.fallback;
  while (taken.has(local)) local += '_';
  return local;
}

/** A name of this very file needs no import. */
function own(name: ImportedName): string {
  invariant(name.exported !== null, 'a file refers to itself as a whole');
  return name.exported;
}

/** By UTF-16 code units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
