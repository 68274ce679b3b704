// The folder in which a page is tried: a person's empty folder. What the page installs is linked from this workspace, so it
// is tried with the packages of this very tree, without a network.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const installed = new URL('../node_modules/', import.meta.url).pathname;

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly output: string;
  readonly status: number;
}

export class Project {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), 'fb-docs-')));
  readonly #environment: NodeJS.ProcessEnv;

  /** @param variables - what the machine's toolchains need, beside the environment of this process */
  constructor(variables: Readonly<Record<string, string>> = {}) {
    // What npm put in front for this workspace is not there for a reader.
    const others = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((entry) => !entry.includes('node_modules'));
    const path = [join(this.folder, 'node_modules/.bin'), ...others].join(delimiter);
    this.#environment = {
      ...process.env,
      ...variables,
      PATH: path,
      NO_COLOR: '1',
      npm_config_loglevel: 'error',
    };
    delete this.#environment['FORCE_COLOR'];
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** The files of the folder by path, but for what is installed. */
  files(): Readonly<Record<string, Uint8Array>> {
    const paths = readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.startsWith('node_modules') && statSync(join(this.folder, path)).isFile(),
    );
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(this.folder, path))]));
  }

  /** Runs a command; `npm install` of packages is done by {@link Project.install}. */
  run(command: string): Outcome {
    const [, names] = /^npm (?:install|i)((?: [-@\w./:]+)+)$/.exec(command) ?? [];
    if (names !== undefined) {
      for (const name of names.split(' ').filter((word) => word !== '' && !word.startsWith('-'))) {
        const [alias = '', target = alias] = name.split('@npm:');
        this.install(target, alias);
      }
      return { output: '', status: 0 };
    }
    // The runtimes of other languages are in the environment already.
    if (command.startsWith('pip install ')) return { output: '', status: 0 };
    // The commands that `npx` would find come first in PATH: without it they start a second sooner.
    const { status, stdout, stderr, error } = spawnSync('bash', ['-c', command.replace(/^npx /, '')], {
      cwd: this.folder,
      env: this.#environment,
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (error) throw error;
    return { output: stdout + stderr, status: status ?? 1 };
  }

  /** Links a package, and its commands, into the folder, replacing what has its name (or `alias`) there. */
  install(name: string, alias: string = name): void {
    const target = join(installed, name);
    if (!existsSync(target)) throw new Error(`${name} is not among the dependencies of docs/package.json`);
    const link = join(this.folder, 'node_modules', alias);
    rmSync(link, { recursive: true, force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(target), link, 'junction');
    const { bin = {} } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as {
      bin?: string | Record<string, string>;
    };
    const commands = typeof bin === 'string' ? { [name]: bin } : bin;
    mkdirSync(join(this.folder, 'node_modules/.bin'), { recursive: true });
    for (const [command, file] of Object.entries(commands)) {
      const entry = join(this.folder, 'node_modules/.bin', command);
      rmSync(entry, { force: true });
      symlinkSync(join(realpathSync(target), file), entry);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
