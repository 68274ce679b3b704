// The day of a release, rehearsed: versions, publishes to a registry on loopback, and then lives with the result as users
// do, in folders that hold nothing but what npm installed. It takes what was built: `npm run build` comes first.
import { build as esbuild } from 'esbuild';
import { existsSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanFolder, install, installed, write, type CleanFolder } from '../src/clean-folder.js';
import { bunProgram, denoProgram } from '../src/engines.js';
import { startRegistry, type Registry } from '../src/registry.js';
import { packagesBelow, release, repository, type Manifest } from '../src/release.js';
import { node, run } from '../src/run.js';

const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'fb-registry-')));
const workspace = path.join(temporary, 'workspace');
const vectors = path.join(repository, 'conformance/vectors');
/** What the reference compiler made of `craft.json`. */
const craft = readFileSync(path.join(vectors, 'annotate/craft.bin'));
/** What a program of `projects/reader` says of it, and of its first bytes. */
const DESCRIBED = 'kestrel Drone 2.5 cam 1+2 1+2+3+4+5+6\ndamaged: bounds\n';
const SLOW = 600_000;
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022'],
  types: [],
};
const deno = denoProgram();
const bun = bunProgram();

/** The public packages, before anything was published. */
const packages = [...packagesBelow(repository)].filter(([, manifest]) => manifest.private !== true);
let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry(temporary);
  await release(workspace, registry);
}, SLOW);

afterAll(async () => {
  await registry?.close();
  if (existsSync(temporary)) throw new Error(`${temporary} is left`);
});

function prepare(name: string, start: CleanFolder): Promise<string> {
  return cleanFolder(path.join(temporary, name), registry, start);
}

it.runIf(process.env['CI'])('automatic builds have Deno and Bun', () => {
  expect([deno, bun]).not.toContain(null);
});

describe('what is published', () => {
  it.each(packages.map(([folder, { name }]) => [name, folder]))('%s', async (name, folder) => {
    const versioned = packagesBelow(workspace).get(folder);
    const answer = (await (await fetch(`${registry.url}${name}`)).json()) as {
      readonly 'dist-tags': Readonly<Record<string, string>>;
      readonly versions: Readonly<Record<string, Manifest>>;
    };
    const latest = answer.versions[answer['dist-tags']['latest'] ?? ''];
    expect(latest?.version).toBe(versioned?.version);
    expect(latest?.version).not.toBe('0.0.0');
    expect(readFileSync(path.join(workspace, 'packages', folder, 'CHANGELOG.md'), 'utf8')).toContain(
      `## ${latest?.version}`,
    );
    // Each dependency of ours is the one that was published with it.
    const current = new Map(
      [...packagesBelow(workspace).values()].map((each) => [each.name, `^${each.version}`]),
    );
    for (const [dependency, range] of Object.entries(latest?.dependencies ?? {})) {
      expect(range).toMatch(/^\^\d/);
      expect(current.get(dependency) ?? range).toBe(range);
    }
  });

  it('is nothing else', async () => {
    const search = await fetch(`${registry.url}-/v1/search?text=@fb&size=250`);
    const { objects } = (await search.json()) as {
      readonly objects: readonly { readonly package: Manifest }[];
    };
    const names = packages.map(([, { name }]) => name);
    expect(objects.map((found) => found.package.name).toSorted()).toEqual(names.toSorted());
  });
});

describe('a program that installs only the runtime', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await prepare('runtime', { project: 'runtime', install: ['@fb/flatbuffers'] });
    write(folder, 'craft.bin', craft);
  }, SLOW);

  it('gets nothing but it and the bytes below it', () => {
    expect(installed(folder)).toEqual(['@fb/bytes', '@fb/flatbuffers']);
  });

  it('gets the license, the declarations and the sources that maps point to', () => {
    const wanted = ['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js.map', 'src/index.ts'];
    const found = [...wanted, 'test', 'etc'].filter((file) =>
      existsSync(path.join(folder, 'node_modules/@fb/flatbuffers', file)),
    );
    expect(found).toEqual(wanted);
  });

  it('imports it', async () => {
    expect(await node(['main.js'], { cwd: folder })).toBe('kestrel 2.5 swift 7.5\n');
  });

  it('requires it', async () => {
    expect(await node(['main.cjs'], { cwd: folder })).toMatch(/^null \S+ kestrel function\n$/);
  });
});

describe('a program that installs only FlexBuffers', () => {
  /** What the reference compiler makes of `{a:1}`. */
  const hex = '610001030101010104022401';
  let folder = '';
  beforeAll(async () => {
    folder = await prepare('flexbuffers', { project: 'flexbuffers', install: ['@fb/flexbuffers'] });
  }, SLOW);

  it('gets nothing but it and the bytes below it', () => {
    expect(installed(folder)).toEqual(['@fb/bytes', '@fb/flexbuffers']);
  });

  it('imports it and its subpath', async () => {
    expect(await node(['main.js', hex], { cwd: folder })).toBe(`null { a: 1 } ${hex} { a: 1 }\n`);
  });

  it('requires it and its subpath', async () => {
    expect(await node(['main.cjs', hex], { cwd: folder })).toBe('{ a: 1 } { a: 1 }\n');
  });
});

describe('a page that imports a schema', () => {
  it(
    'is bundled with the plugin',
    async () => {
      const wanted = ['@fb/unplugin', '@fb/flatbuffers'];
      const folder = await prepare('schema-page', { project: 'schema-page', install: wanted });
      write(folder, 'craft.fbs', readFileSync(path.join(vectors, 'annotate/craft.fbs')));
      await node(['build.js', createRequire(import.meta.url).resolve('esbuild')], { cwd: folder });
      expect(shownBy(readFileSync(path.join(folder, 'out.js'), 'utf8'))).toBe('kestrel\n');
      expect(existsSync(path.join(folder, 'craft.fbs.ts'))).toBe(true);
    },
    SLOW,
  );
});

describe('flatc, and its code in a package that another installs', () => {
  let messages = '';
  let reader = '';
  const flatc = (...args: string[]): Promise<string> =>
    run('npx', ['--no-install', 'flatc', ...args], { cwd: messages });
  beforeAll(async () => {
    messages = await prepare('messages', { project: 'messages', install: ['--save-dev', '@fb/cli'] });
    for (const file of ['craft.fbs', 'craft.json'])
      write(messages, file, readFileSync(path.join(vectors, 'annotate', file)));
    await flatc('--ts', '--gen-object-api', '-o', 'generated', 'craft.fbs');
    await install(messages, ['@fb/flatbuffers']);
    await tsc('typescript', messages);
    await run('npm', ['pack'], { cwd: messages });
    const tarball = path.join(messages, 'messages-1.0.0.tgz');
    reader = await prepare('reader', { project: 'reader', install: [tarball, '@fb/flatbuffers'] });
    write(reader, 'craft.bin', craft);
    await compile('typescript', reader, 'describe.ts', { noEmit: false, module: 'nodenext' });
  }, SLOW);

  it('flatc says its own version and that of the reference compiler', async () => {
    expect(await flatc('--version')).toContain('flatc version 25.12.19');
  });

  it('flatc writes the bytes of the reference compiler, and reads them', async () => {
    await flatc('-b', '-o', 'out', 'craft.fbs', 'craft.json');
    expect(readFileSync(path.join(messages, 'out/craft.bin')).equals(craft)).toBe(true);
    await flatc('--json', '--strict-json', '-o', 'text', 'craft.fbs', '--', 'out/craft.bin');
    expect(JSON.parse(readFileSync(path.join(messages, 'text/craft.json'), 'utf8'))).toMatchObject({
      kind: 'Drone',
      name: 'kestrel',
      codes: [1, 2, 3, 4, 5, 6],
    });
  });

  it('the reader gets the package, the runtime and nothing else', () => {
    expect(installed(reader)).toEqual(['@fb/bytes', '@fb/flatbuffers', 'messages']);
  });

  describe.each([
    ['5.4', 'typescript-5.4'],
    ['5.9', 'typescript-5.9'],
    ['6', 'typescript'],
    ['7', 'typescript-7'],
  ])('TypeScript %s', (_, compiler) => {
    const complaints = async (folder: string, file: string, options: object): Promise<string> => {
      try {
        return await compile(compiler, folder, file, options);
      } catch (error) {
        return String(error);
      }
    };

    it('compiles the reader, the declarations that it gets included', async () => {
      expect(await complaints(reader, 'describe.ts', { module: 'nodenext' })).toBe('');
    });

    it('compiles the declarations of all packages that come with flatc', async () => {
      const names = packages
        .filter(([, { name }]) => installed(messages).includes(name))
        .flatMap(([, manifest]) =>
          Object.keys(manifest.exports ?? {})
            .filter((subpath) => !subpath.endsWith('.json'))
            .map((subpath) => `${manifest.name}${subpath.slice(1)}`),
        );
      expect(names).toContain('@fb/schema/bfbs');
      const lines = names.map((name, i) => `export * as module${i} from '${name}';\n`);
      write(messages, 'all.ts', lines.join(''));
      const options = { module: 'esnext', moduleResolution: 'bundler' };
      expect(await complaints(messages, 'all.ts', options)).toBe('');
    });
  });

  it('Node imports and requires it', async () => {
    expect(await node(['main.js'], { cwd: reader })).toBe(DESCRIBED);
    expect(await node(['main.cjs'], { cwd: reader })).toBe('kestrel\n');
  });

  it.skipIf(deno === null)('Deno runs it', async () => {
    const env = { DENO_DIR: path.join(temporary, 'deno'), DENO_NO_UPDATE_CHECK: '1' };
    const args = ['run', '--allow-read=.', '--no-remote', '--node-modules-dir=manual', 'main.js'];
    expect(await run(deno ?? '', args, { cwd: reader, env })).toBe(DESCRIBED);
  });

  it.skipIf(bun === null)('Bun runs it', async () => {
    expect(await run(bun ?? '', ['main.js'], { cwd: reader })).toBe(DESCRIBED);
  });

  it('esbuild bundles it for a browser', async () => {
    const { outputFiles } = await esbuild({
      absWorkingDir: reader,
      entryPoints: ['page.ts'],
      bundle: true,
      minify: true,
      platform: 'browser',
      write: false,
    });
    expect(shownBy(outputFiles[0]?.text ?? '')).toBe(DESCRIBED);
  });

  it('Vite bundles it for a browser', async () => {
    await vite({
      root: reader,
      configFile: false,
      logLevel: 'silent',
      build: { modulePreload: false, rolldownOptions: { output: { entryFileNames: 'page.js' } } },
    });
    expect(shownBy(readFileSync(path.join(reader, 'dist/page.js'), 'utf8'))).toBe(DESCRIBED);
  });
});

/** What the script of a page shows. */
function shownBy(script: string): string {
  const shown: string[] = [];
  const show = (text: string): number => shown.push(text);
  runInNewContext(script, { craft: craft.toString('base64'), show, atob, TextDecoder, TextEncoder });
  return shown.map((line) => `${line}\n`).join('');
}

/** Runs a compiler of this workspace on a project. */
function tsc(compiler: string, folder: string): Promise<string> {
  const program = path.join(import.meta.dirname, '../node_modules', compiler, 'bin/tsc');
  return node([program, '-p', folder], { cwd: folder });
}

/** Compiles one file of a folder; what the compiler complains about is an error. */
function compile(compiler: string, folder: string, file: string, options: object): Promise<string> {
  write(
    folder,
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: [file] }),
  );
  return tsc(compiler, folder);
}
