// flatc watch as a person meets it: files change, and a line says what came of it. Nothing waits for a time to pass.
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/index.js';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const LINE = /^\d\d:\d\d:\d\d (.*) in \d+ ms(; watching, Ctrl-C ends it)?\n/m;

/** flatc watch at work. */
interface Watching {
  /** The next line about a run, without its times, and what was said before it. */
  next(): Promise<{ line: string; said: string }>;
  stop(): Promise<number>;
}

function watching(folder: string, ...args: string[]): Watching {
  const ending = new AbortController();
  let text = '';
  let wake: (() => void) | null = null;
  const write = (part: string | Uint8Array): void => {
    text += String(part);
    wake?.();
  };
  const status = run(['watch', ...args], {
    stdout: { write },
    stderr: { write },
    cwd: folder,
    env: {},
    signal: ending.signal,
  });
  const stop = async (): Promise<number> => {
    ending.abort();
    return status;
  };
  onTestFinished(async () => void (await stop()));
  return {
    stop,
    async next() {
      for (;;) {
        const found = LINE.exec(text);
        if (found !== null) {
          const said = text.slice(0, found.index);
          text = text.slice(found.index + found[0].length);
          return { line: found[1] ?? '', said };
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

function put(folder: string, name: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

const config = (extra: object = {}): string =>
  JSON.stringify({
    inputs: ['schemas'],
    outputs: [{ generator: 'cpp', folder: 'out', options: { 'no-cpp-source': true } }],
    ...extra,
  });

function pluginSaying(word: string): string {
  return `export const generator = { generate: (schema, { key }) => ({ files: [{ path: 'p.txt', content: '${word} ' + key }], diagnostics: [] }) };`;
}

function configWithKey(key: string): string {
  return config({ outputs: [{ plugin: './plugin.mjs', pluginOptions: { key }, folder: 'out' }] });
}

describe('flatc watch', () => {
  it('follows the schemas of a project, and those that come and go', async () => {
    const folder = temporaryFolder({ 'flatc.config.json': config(), 'schemas/a.fbs': 'table A { x:int; }' });
    const watch = watching(folder);
    expect(await watch.next()).toEqual({ line: '1 output', said: '' });
    expect(textOf(folder, 'out/a_generated.h')).toContain('x()');

    put(folder, 'schemas/a.fbs', 'table A { y:int; }');
    expect(await watch.next()).toEqual({ line: 'schemas/a.fbs changed: 1 output', said: '' });
    expect(textOf(folder, 'out/a_generated.h')).toContain('y()');

    put(folder, 'schemas/deep/b.fbs', 'table B { x:int; }');
    expect((await watch.next()).line).toMatch(
      /^(schemas\/deep\/b\.fbs|the list of inputs) changed: 2 outputs$/,
    );
    expect(filesIn(folder)).toContain('out/b_generated.h');

    rmSync(path.join(folder, 'schemas/deep'), { recursive: true });
    expect((await watch.next()).line).toMatch(
      /^(schemas\/deep(\/b\.fbs)?|the list of inputs) changed: 1 output$/,
    );
    expect(await watch.stop()).toBe(0);
  });

  it('goes on after errors, and tells when they are mended', async () => {
    const folder = temporaryFolder({
      'flatc.config.json': config(),
      'schemas/a.fbs': 'table A { x:Ghost; }',
    });
    const watch = watching(folder);
    const first = await watch.next();
    expect(first.line).toBe('failed');
    expect(first.said).toMatch(/^schemas\/a\.fbs:1:13: error NAME-UNDEF: /);
    put(folder, 'schemas/a.fbs', 'table A { x:Gost; }');
    expect((await watch.next()).line).toBe('schemas/a.fbs changed: failed');
    expect(filesIn(folder)).not.toContain('out/a_generated.h');
    put(folder, 'schemas/a.fbs', 'table A { x:int; }');
    expect(await watch.next()).toEqual({ line: 'schemas/a.fbs changed: mended, 1 output', said: '' });
    expect(filesIn(folder)).toContain('out/a_generated.h');
  });

  it('follows included files, also those that are not there yet or are replaced', async () => {
    const folder = temporaryFolder({
      'flatc.config.json': config({ includePaths: ['shared'] }),
      'schemas/a.fbs': 'include "sub/b.fbs";\ntable A { b:B; }',
    });
    const watch = watching(folder);
    expect((await watch.next()).said).toContain('error INC-LOAD');
    put(folder, 'shared/sub/b.fbs', 'table B { x:int; }');
    expect((await watch.next()).line).toBe('shared/sub/b.fbs changed: mended, 1 output');
    // As editors and git do it.
    put(folder, 'new', 'table NoB { x:int; }');
    renameSync(path.join(folder, 'new'), path.join(folder, 'shared/sub/b.fbs'));
    expect((await watch.next()).line).toBe('shared/sub/b.fbs changed: failed');
    rmSync(path.join(folder, 'shared/sub/b.fbs'));
    expect((await watch.next()).said).toContain('error INC-LOAD');
    // The folder of the schema goes before the include paths.
    put(folder, 'schemas/sub/b.fbs', 'struct B { x:int; }');
    expect((await watch.next()).line).toMatch(
      /^schemas\/sub\/b\.fbs( and 1 more)? changed: mended, 2 outputs$/,
    );
  });

  it('waits for changes of inputs that were not read, because a plugin is missing', async () => {
    const folder = temporaryFolder({ 'a.fbs': 'table A { x:int; }' });
    const watch = watching(folder, '--plugin', 'not-installed', '--cpp', '-o', 'out', 'a.fbs');
    expect((await watch.next()).said).toContain('not-installed');
    put(folder, 'a.fbs', 'table B { x:int; }');
    expect((await watch.next()).line).toBe('a.fbs changed: failed');
    expect(await watch.stop()).toBe(0);
  });

  it('takes a time that is still to come for no change', async () => {
    const folder = temporaryFolder({ 'flatc.config.json': config(), 'schemas/a.fbs': 'table A { x:int; }' });
    const later = Date.now() / 1000 + 3600;
    utimesSync(path.join(folder, 'schemas/a.fbs'), later, later);
    const watch = watching(folder);
    expect((await watch.next()).line).toBe('1 output');
    put(folder, 'schemas/b.fbs', 'table B { x:int; }');
    expect((await watch.next()).line).toBe('schemas/b.fbs changed: 2 outputs');
  });

  it('follows the config file, and survives its loss', async () => {
    const folder = temporaryFolder({ 'flatc.config.json': config(), 'schemas/a.fbs': 'table A { x:int; }' });
    const watch = watching(folder);
    await watch.next();
    put(folder, 'flatc.config.json', config({ outputs: [{ generator: 'python', folder: 'py' }] }));
    expect((await watch.next()).line).toMatch(/^flatc\.config\.json changed: \d outputs?$/);
    expect(filesIn(folder)).toContain('py/A.py');
    put(folder, 'flatc.config.json', config({ inputs: ['other/*.fbs'] }));
    expect((await watch.next()).said).toContain('error CONFIG-NO-MATCH');
    put(folder, 'other/c.fbs', 'table C { x:int; }');
    expect((await watch.next()).line).toMatch(
      /^(other\/c\.fbs|the list of inputs) changed: mended, 1 output$/,
    );
    put(folder, 'flatc.config.json', '{');
    expect((await watch.next()).said).toContain('error CONFIG-JSON');
    rmSync(path.join(folder, 'flatc.config.json'));
    expect((await watch.next()).said).toContain('error FILE-READ: cannot read flatc.config.json');
    put(folder, 'flatc.config.json', config());
    expect((await watch.next()).line).toBe('flatc.config.json changed: mended, 1 output');
  });

  it('loads a plugin and its options again when they change', async () => {
    const folder = temporaryFolder({
      'flatc.config.json': configWithKey('one'),
      'plugin.mjs': pluginSaying('first'),
      'schemas/a.fbs': 'table A { x:int; }',
    });
    const watch = watching(folder);
    await watch.next();
    expect(textOf(folder, 'out/p.txt')).toBe('first one');
    put(folder, 'plugin.mjs', pluginSaying('second'));
    expect((await watch.next()).line).toBe('plugin.mjs changed: 1 output');
    expect(textOf(folder, 'out/p.txt')).toBe('second one');
    put(folder, 'flatc.config.json', configWithKey('two'));
    await watch.next();
    expect(textOf(folder, 'out/p.txt')).toBe('second two');
  });

  it('asks a generator again only for what has changed', async () => {
    const plugin = `export const generator = { generate(schema) {
      const stem = schema.mainFile.path.slice(-5, -4);
      const count = globalThis.flatcWatchTest ??= new Map();
      count.set(stem, (count.get(stem) ?? 0) + 1);
      return { files: [{ path: stem + '.txt', content: String(count.get(stem)) }], diagnostics: [] };
    } };`;
    const folder = temporaryFolder({
      'flatc.config.json': config({ outputs: [{ plugin: './plugin.mjs', folder: 'out' }] }),
      'plugin.mjs': plugin,
      'schemas/a.fbs': 'table A { x:int; }',
      'schemas/b.fbs': 'include "c.fbs";\ntable B { x:int; }',
      'schemas/c.fbs': 'table C { x:int; }',
    });
    const watch = watching(folder);
    const made = (): string => ['a', 'b', 'c'].map((name) => textOf(folder, `out/${name}.txt`)).join(' ');
    await watch.next();
    expect(made()).toBe('1 1 1');
    put(folder, 'schemas/a.fbs', 'table A { y:int; }');
    await watch.next();
    expect(made()).toBe('2 1 1');
    put(folder, 'schemas/c.fbs', 'table C { y:int; }');
    await watch.next();
    expect(made()).toBe('2 2 2');
  });

  it('repeats an ordinary command line, data and --conform included', async () => {
    const folder = temporaryFolder({
      'a.fbs': 'table A { x:int; }\nroot_type A;',
      'base.fbs': 'table A { x:int; }\nroot_type A;',
      'd.json': '{ x: 1 }',
    });
    const watch = watching(folder, '-b', '--conform', 'base.fbs', '-o', 'out', 'a.fbs', 'd.json');
    expect((await watch.next()).line).toBe('1 output');
    const first = readFileSync(path.join(folder, 'out/d.bin'));
    put(folder, 'd.json', '{ x: 2 }');
    expect((await watch.next()).line).toBe('d.json changed: 1 output');
    expect(readFileSync(path.join(folder, 'out/d.bin'))).not.toEqual(first);
    put(folder, 'base.fbs', 'table A { x:string; }\nroot_type A;');
    expect((await watch.next()).line).toBe('base.fbs changed: failed');
  });

  it('prints what programs read, and no lines about runs', async () => {
    const folder = temporaryFolder({ 'a.fbs': 'table A { x:Ghost; }' });
    let text = '';
    const ending = new AbortController();
    const write = (part: string | Uint8Array): void => {
      text += String(part);
      ending.abort();
    };
    const args = ['watch', '--json-diagnostics', '--ts', 'a.fbs'];
    expect(
      await run(args, { stdout: { write }, stderr: { write }, cwd: folder, env: {}, signal: ending.signal }),
    ).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ code: 'NAME-UNDEF', file: 'a.fbs' });
  });

  it.each([
    [['--ts', '-'], 'WATCH-LINE'],
    [['--proto', 'a.proto'], 'WATCH-LINE'],
    [['--annotate', 'a.fbs', 'a.bin'], 'WATCH-LINE'],
    [['--version'], 'WATCH-LINE'],
    [['a.fbs'], 'CLI-NO-GENERATOR'],
    [['--tss', 'a.fbs'], 'CLI-OPTION'],
    [[], 'CLI-NO-FILE'],
  ])('%j is refused', async (args, code) => {
    const { status, stderr } = await flatc(temporaryFolder(), ['watch', ...args]);
    expect(status).toBe(1);
    expect(stderr).toContain(`error ${code}: `);
  });

  it('has a help text', async () => {
    const { status, stdout } = await flatc(temporaryFolder(), ['watch', '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^flatc watch: .*\n\nUsage: flatc watch /);
  });
});
