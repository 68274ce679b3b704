// Generated TypeScript, type-checked and run in memory: what a user's compiler and engine would do with it.
import { fileURLToPath } from 'node:url';
import * as flexbuffers from '@fb/flexbuffers';
import ts from 'typescript';

/** A file as generators give it. */
export interface GeneratedText {
  readonly path: string;
  readonly content: string;
}

/** The strictest flags a user may have set. */
const STRICT: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['@fb/source'],
  types: [],
};

/** A folder that does not exist, from where the workspace's packages can be resolved. */
const FOLDER = fileURLToPath(new URL('../generated/', import.meta.url));

/** Complaints of the compiler about `files`, as `path(line): message`; `extra` flags are added to the strictest. */
export function typeErrors(
  files: readonly GeneratedText[],
  extra: ts.CompilerOptions = {},
): readonly string[] {
  const options = { ...STRICT, ...extra };
  const texts = new Map(files.map((file) => [FOLDER + file.path, file.content]));
  texts.set(`${FOLDER}package.json`, '{"type":"module"}');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? sharedFile(path, target, () => getSourceFile(path, target, ...rest))
      : ts.createSourceFile(path, text, target);
  };
  host.directoryExists = undefined as never;
  const program = ts.createProgram(
    [...texts.keys()].filter((path) => path.endsWith('.ts')),
    options,
    host,
  );
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program
      .getSourceFiles()
      .filter((file) => texts.has(file.fileName))
      .flatMap((file) => [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
        ...program.getDeclarationDiagnostics(file),
      ]),
  ];
  return diagnostics.map((diagnostic) => {
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1;
    const path = diagnostic.file?.fileName.replace(FOLDER, '') ?? '';
    return `${path}(${line + 1}): ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`;
  });
}

/** Parsing the compiler's own library, and what generated code imports, takes longer than all else: it is done once. */
const shared = new Map<string, ts.SourceFile | undefined>();

function sharedFile(
  path: string,
  target: ts.ScriptTarget | ts.CreateSourceFileOptions,
  parse: () => ts.SourceFile | undefined,
): ts.SourceFile | undefined {
  const { languageVersion, impliedNodeFormat } =
    typeof target === 'object' ? target : { languageVersion: target };
  const key = [path, languageVersion, impliedNodeFormat].join();
  if (!shared.has(key)) shared.set(key, parse());
  return shared.get(key);
}

/** The exports of a module. What they are is the caller's to know. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Exports = Readonly<Record<string, any>>;

/**
 * Runs `files` on a runtime: gives the exports of the file at a path (without extension). `others` are further modules
 * by name.
 */
export function runTypeScript(
  files: readonly GeneratedText[],
  runtime: object,
  others: Readonly<Record<string, object>> = {},
): (path: string) => Exports {
  const sources = new Map(files.map((file) => [file.path.replace(/\.ts$/, ''), file.content]));
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const source = sources.get(path);
    if (source === undefined) throw new Error(`no generated file ${path}`);
    const exports: Exports = {};
    loaded.set(path, exports);
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
    });
    const require = (name: string): object => {
      if (name.startsWith('.')) return load(resolve(path, name));
      return others[name] ?? (name === '@fb/flexbuffers' ? flexbuffers : runtime);
    };
    // The text is what our generator or the reference compiler just made.
    Function('exports', 'require', outputText)(exports, require);
    return exports;
  };
  return load;
}

function resolve(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.replace(/\.[jt]s$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
