// --plugin: generators of other packages, good ones and others.
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, flatc, temporaryFolder, textOf, type Run } from '../temporary-folder.js';

const SCHEMA = 'table T { n: int; } root_type T;';

/** A generator whose `generate` has this body. */
function plugin(body: string): string {
  return `export const generator = { name: 'Test', supports: new Set(), generate(schema, options) { ${body} } };`;
}

/** Writes the names of tables and the options it got. */
const LISTS = plugin(`
  const content = JSON.stringify({ types: schema.objects.map(({ name }) => name), options });
  return { files: [{ path: 'list/types.json', content }], diagnostics: [] };`);

const gives = (result: string): string => plugin(`return ${result};`);

/** A result with a finding at the first type. */
const finding = (severity: string): string =>
  `{ files: [{ path: 'a', content: 'a' }], diagnostics: [{ code: 'MINE', severity: '${severity}',
    message: 'not like this', span: schema.objects[0].span, related: [], hint: null }] }`;

/** Runs `--plugin ./plugin.mjs` with this source. */
async function withPlugin(
  source: string,
  options: readonly string[] = [],
): Promise<Run & { folder: string }> {
  const folder = temporaryFolder({ 's.fbs': SCHEMA, 'plugin.mjs': source });
  const result = await flatc(folder, ['--plugin', './plugin.mjs', ...options, 's.fbs']);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  return { ...result, folder };
}

describe('--plugin', () => {
  it('writes what the generator of a file makes', async () => {
    const { folder, ...result } = await withPlugin(LISTS, ['-o', 'out']);
    expect(result).toMatchObject({ status: 0, stderr: '', created: ['out/list/types.json'] });
    expect(JSON.parse(textOf(folder, 'out/list/types.json'))).toEqual({ types: ['T'], options: {} });
  });

  it('takes absolute paths, and names that a URL would spell otherwise', async () => {
    const folder = temporaryFolder({ 's.fbs': SCHEMA, 'ä b.mjs': LISTS });
    for (const module of ['./ä b.mjs', String.raw`.\ä b.mjs`, path.join(folder, 'ä b.mjs')])
      expect(await flatc(folder, ['--plugin', module, 's.fbs'])).toMatchObject({ status: 0, stderr: '' });
    expect(filesIn(folder)).toContain('list/types.json');
  });

  it('finds packages from the current folder, as an import would', async () => {
    const folder = temporaryFolder({
      's.fbs': SCHEMA,
      'node_modules/lists/package.json': JSON.stringify({
        type: 'module',
        exports: { '.': { import: './lists.js' }, './again': { default: './lists.js' } },
      }),
      'node_modules/lists/lists.js': LISTS,
    });
    for (const module of ['lists', 'lists/again'])
      expect(await flatc(folder, ['--plugin', module, 's.fbs'])).toMatchObject({ status: 0, stderr: '' });
    expect(filesIn(folder)).toContain('list/types.json');
  });

  it('stands beside other outputs, and may be repeated', async () => {
    const folder = temporaryFolder({
      's.fbs': SCHEMA,
      'a.mjs': LISTS,
      'b.mjs': gives(`{ files: [{ path: 'b.txt', content: 'b' }], diagnostics: [] }`),
    });
    const args = ['--jsonschema', '--plugin', './a.mjs', '--plugin', './b.mjs', 's.fbs'];
    expect(await flatc(folder, args)).toMatchObject({
      status: 0,
      stderr: '',
      created: ['b.txt', 'list/types.json', 's.schema.json'],
    });
  });

  it('has nothing to do with data', async () => {
    const folder = temporaryFolder({ 's.fbs': SCHEMA, 'd.json': '{n: 1}', 'p.mjs': LISTS });
    expect(await flatc(folder, ['-b', '--plugin', './p.mjs', 's.fbs', 'd.json'])).toMatchObject({
      status: 0,
      created: ['d.bin', 'list/types.json'],
    });
  });

  it('passes options on, whatever their names', async () => {
    const options = ['a=1', 'b=x=y', 'c=', '__proto__=p'].flatMap((option) => ['--plugin-opt', option]);
    const { folder, status } = await withPlugin(LISTS, ['--gen-all', ...options]);
    expect(status).toBe(0);
    expect(textOf(folder, 'list/types.json')).toBe(
      '{"types":["T"],"options":{"generateAll":true,"a":"1","b":"x=y","c":"","__proto__":"p"}}',
    );
  });

  it('refuses options that are none, or for nobody', async () => {
    for (const option of ['a', '=a', ''])
      expect((await withPlugin(LISTS, ['--plugin-opt', option])).stderr).toContain('takes KEY=VALUE');
    const folder = temporaryFolder({ 's.fbs': SCHEMA });
    const { status, stderr } = await flatc(folder, ['-b', '--plugin-opt', 'a=1', 's.fbs']);
    expect(status).toBe(1);
    expect(stderr).toContain('--plugin-opt needs --plugin MODULE');
  });

  it('reports what the generator finds, at its place', async () => {
    const refused = await withPlugin(gives(finding('error')));
    expect(refused).toMatchObject({ status: 1, created: [] });
    expect(refused.stderr).toContain('s.fbs:1:7: error MINE: not like this');
    expect(await withPlugin(gives(finding('warning')))).toMatchObject({ status: 0, created: ['a'] });
  });
});

describe('plugins that are refused', () => {
  it.each([
    ['./missing.mjs', 'loaded: there is no such file'],
    ['missing', "Cannot find package 'missing'"],
    ['.', 'loaded: it is a directory'],
    ['broken', 'dist/none.js: there is no such file'],
    ['hidden', 'exports'],
    ['@', 'cannot be loaded'],
    ['', 'cannot be loaded'],
    ['file://host/plugin.mjs', 'cannot be loaded'],
    ['https://example.com/plugin.mjs', 'cannot be loaded'],
    ['./syntax.mjs', 'cannot be loaded'],
    ['./throws.mjs', 'cannot be loaded: at the top'],
    ['./dependency.mjs', 'not-installed'],
  ])('%j cannot be loaded', async (module, reason) => {
    const folder = temporaryFolder({
      's.fbs': SCHEMA,
      'syntax.mjs': 'export const generator = ;',
      'throws.mjs': "throw new Error('at the top\\nand below');",
      'dependency.mjs': "import 'not-installed';",
      'node_modules/broken/package.json': '{ "exports": "./dist/none.js" }',
      'node_modules/hidden/package.json': '{ "exports": {} }',
    });
    const { status, stderr, created } = await flatc(folder, ['--plugin', module, 's.fbs']);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toContain('error PLUGIN-LOAD: --plugin:');
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/\n\s+at |and below/);
  });

  it.each([
    'export const other = 1;',
    'export const generator = null;',
    'export const generator = () => {};',
    'export const generator = { generate: 1 };',
    'export default { generator: { generate() {} } };',
  ])('%s exports no generator', async (source) => {
    const { status, stderr } = await withPlugin(source);
    expect(status).toBe(1);
    expect(stderr).toContain('error PLUGIN-EXPORT: --plugin: ./plugin.mjs exports no generator');
  });

  it.each([
    ["throw new TypeError('no good')", 'no good'],
    ['throw null', 'null'],
    ['throw new RangeError()', 'RangeError'],
    ['throw Object.create(null)', 'it threw what cannot be shown'],
    ['const f = () => f() + 1; f();', 'Maximum call stack size exceeded'],
  ])('%s fails', async (body, reason) => {
    const { status, stderr, created } = await withPlugin(plugin(body));
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toContain(`error PLUGIN-THREW: --plugin: ./plugin.mjs failed at s.fbs: ${reason}\n`);
  });

  it.each([
    'undefined',
    'Promise.resolve({ files: [], diagnostics: [] })',
    '{ files: [] }',
    "{ files: 'a', diagnostics: [] }",
    '{ files: [null], diagnostics: [] }',
    "{ files: [{ path: 'a' }], diagnostics: [] }",
    "{ files: [{ path: 1, content: 'a' }], diagnostics: [] }",
    "{ files: [{ path: 'a', content: 'a', entry: {} }], diagnostics: [] }",
    '{ files: [], diagnostics: [{}] }',
    "{ files: [], diagnostics: [{ code: 'A', severity: 'fatal', message: 'a', span: null, related: [], hint: null }] }",
    "{ files: [], diagnostics: [{ code: 'A', severity: 'error', message: 'a', span: {}, related: [], hint: null }] }",
    "{ files: [], diagnostics: [{ code: 'A', severity: 'error', message: 'a' }] }",
  ])('%s is no result', async (result) => {
    const { status, stderr, created } = await withPlugin(gives(result));
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toContain('error PLUGIN-RESULT: --plugin: what ./plugin.mjs gave for s.fbs');
  });

  it.each(['../a', '/a', 'a/../../b', 'a\\\\b', ''])('%j is not inside the output folder', async (name) => {
    const file = `{ path: '${name}', content: 'a' }`;
    const { status, stderr, created } = await withPlugin(gives(`{ files: [${file}], diagnostics: [] }`), [
      '-o',
      'out',
    ]);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toContain('OUTPUT-OUTSIDE');
  });

  it('are in the way of others', async () => {
    const folder = temporaryFolder({
      's.fbs': SCHEMA,
      't.fbs': 'table U { n: int; } root_type U;',
      'p.mjs': LISTS,
      'q.mjs': gives(`{ files: [{ path: 'list/types.json', content: 'q' }], diagnostics: [] }`),
    });
    const two = await flatc(folder, ['--plugin', './p.mjs', 's.fbs', 't.fbs']);
    expect(two).toMatchObject({ status: 1, created: [] });
    expect(two.stderr).toContain('OUTPUT-CLASH');
    const both = await flatc(folder, ['--plugin', './p.mjs', '--plugin', './q.mjs', 's.fbs']);
    expect(both).toMatchObject({ status: 1, created: [] });
    expect(both.stderr).toContain('OUTPUT-TWICE');
  });

  it('are not for --proto', async () => {
    const { status, stderr } = await withPlugin(LISTS, ['--proto']);
    expect(status).toBe(1);
    expect(stderr).toContain('CLI-PROTO-ALONE');
  });
});

/** What a run gives, while `pass` makes time pass. */
async function meanwhile(running: Promise<Run>, pass: () => void): Promise<Run> {
  const timer = setInterval(pass, 1);
  try {
    return await running;
  } finally {
    clearInterval(timer);
  }
}

describe('a plugin that never loads', () => {
  const files = { 's.fbs': SCHEMA, 'p.mjs': 'await new Promise(() => {});' };
  const args = ['--plugin', './p.mjs', 's.fbs'];
  const never = { status: 1, stderr: expect.stringContaining('its top-level await never ends') as string };

  it('is an error where the process would end', async () => {
    const listeners = process.listenerCount('beforeExit');
    const running = flatc(temporaryFolder(files), args);
    expect(await meanwhile(running, () => process.emit('beforeExit', 0))).toMatchObject(never);
    expect(process.listenerCount('beforeExit')).toBe(listeners);
  });

  it('is an error after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const listeners = process.listenerCount('beforeExit');
      const running = flatc(temporaryFolder(files), args);
      expect(await meanwhile(running, () => vi.advanceTimersByTime(10_000))).toMatchObject(never);
      expect(process.listenerCount('beforeExit')).toBe(listeners);
    } finally {
      vi.useRealTimers();
    }
  });
});
