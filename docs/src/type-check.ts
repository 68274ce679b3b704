// Whether the TypeScript of the pages compiles, all of it in one go: running it, as pages do, only strips the types.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Project } from './project.js';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts'],
  types: ['node'],
  typeRoots: [fileURLToPath(new URL('../node_modules/@types', import.meta.url))],
  skipLibCheck: true,
  noEmit: true,
};

/** What is wrong with the types in the folders of pages, a line each. */
export function typeErrors(projects: readonly Project[]): string[] {
  const files = projects.flatMap((project) =>
    Object.keys(project.files())
      // CMake gives a time stamp this ending, too.
      .filter((path) => /\.m?ts$/.test(path) && !path.includes('/CMakeFiles/'))
      .map((path) => join(project.folder, path)),
  );
  const program = ts.createProgram(files, OPTIONS);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0) + 1;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
