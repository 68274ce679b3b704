// flatc init writes what plain flatc can run, and touches nothing that is there.
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GENERATORS } from '../../src/config/config-options.js';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

interface WrittenConfig {
  readonly $schema: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly {
    readonly generator: string;
    readonly folder: string;
    readonly options?: Readonly<Record<string, string>>;
  }[];
}

async function init(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ folder: string; config: WrittenConfig; stderr: string }> {
  const folder = temporaryFolder(files);
  const { status, stdout, stderr } = await flatc(folder, ['init', ...args]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  return { folder, stderr, config: JSON.parse(textOf(folder, 'flatc.config.json')) as WrittenConfig };
}

describe('flatc init', () => {
  it('leaves an example alone that lies behind a link', async () => {
    const folder = temporaryFolder({ 'elsewhere/example.fbs': 'table Mine {}', 'work/notes.txt': '' });
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'work/schemas'), 'junction');
    const { status, stderr } = await flatc(path.join(folder, 'work'), ['init']);
    expect(status).toBe(0);
    expect(stderr).not.toContain('example.fbs');
    expect(textOf(folder, 'elsewhere/example.fbs')).toBe('table Mine {}');
  });

  it('makes an empty folder a project that flatc can run', async () => {
    const { folder, config, stderr } = await init({});
    expect(filesIn(folder)).toEqual(['flatc.config.json', 'schemas/example.fbs']);
    expect(config).toEqual({
      $schema: './node_modules/@fb/cli/flatc.config.schema.json',
      inputs: ['schemas/**/*.fbs'],
      outputs: [{ generator: 'ts', folder: 'generated' }],
    });
    expect(stderr).toMatch(/^wrote flatc\.config\.json\nwrote schemas\/example\.fbs\n\nnext: npx flatc /);
    expect(await flatc(folder, ['fmt', '--check', 'schemas'])).toMatchObject({ status: 0, stdout: '' });
    expect(await flatc(folder, ['lint', '--warnings-as-errors', 'schemas'])).toMatchObject({ status: 0 });
    const { status, created } = await flatc(folder, []);
    expect(status).toBe(0);
    expect(created).toContain('generated/example/monster.ts');
  });

  it('takes the schemas there are, and writes no other', async () => {
    const { folder, config } = await init({ 'idl/deep/a.fbs': '', 'node_modules/x/b.fbs': '' });
    expect(config.inputs).toEqual(['idl/**/*.fbs']);
    expect(filesIn(folder)).not.toContain('schemas/example.fbs');
    expect((await init({ 'idl/a.fbs': '', 'b.fbs': '' })).config.inputs).toEqual(['**/*.fbs']);
    expect((await init({ 'b.fbs': '' })).config.inputs).toEqual(['**/*.fbs']);
  });

  it('fits into a TypeScript project, and tells what to add to package.json without doing so', async () => {
    const manifest = '{ "name": "x", "scripts": { "build": "tsc" } }';
    const { folder, config, stderr } = await init({
      'package.json': manifest,
      'tsconfig.json':
        '{ // comment\n "compilerOptions": { "rootDir": "./lib", "erasableSyntaxOnly": true, } }',
      'lib/index.ts': '',
    });
    expect(config.outputs).toEqual([
      { generator: 'ts', folder: 'lib/generated', options: { 'ts-enums': 'const' } },
    ]);
    expect(stderr).toContain('"flatc": "flatc"');
    const [, runtime] = /npm install (\S+)\n/.exec(stderr) ?? [];
    expect(textOf(folder, 'package.json')).toBe(manifest);
    expect((await flatc(folder, [])).created).toContain('lib/generated/example/monster.ts');
    expect(textOf(folder, 'lib/generated/example/monster.ts')).toContain(`from '${runtime}';`);
  });

  it.each([
    ['@fb/flatbuffers', '"@fb/flatbuffers": "1", "flatbuffers": "25"'],
    ['flatbuffers', '"flatbuffers": "25"'],
  ])('uses the runtime that is installed, %s, and the folder of the sources', async (runtime, installed) => {
    const { folder, config, stderr } = await init({
      'package.json': `{ "dependencies": { ${installed} }, "scripts": { "flatc": "flatc" } }`,
      'src/x.ts': '',
      'tsconfig.json': 'broken',
    });
    expect(config.outputs).toMatchObject([{ generator: 'ts', folder: 'src/generated' }]);
    expect(stderr).not.toContain('npm install');
    expect(stderr).not.toContain('scripts');
    await flatc(folder, []);
    expect(textOf(folder, 'src/generated/example/monster.ts')).toContain(`from '${runtime}';`);
  });

  it.each(['../../elsewhere', '/abs', '..', '.', '${configDir}/src'])(
    'never writes to a source folder such as %s',
    async (rootDir) => {
      const { config } = await init({ 'tsconfig.json': JSON.stringify({ compilerOptions: { rootDir } }) });
      expect(config.outputs[0]?.folder).toBe('generated');
    },
  );

  it('names the schema of config files where it is installed', async () => {
    const folder = temporaryFolder({
      'node_modules/@fb/cli/flatc.config.schema.json': '{}',
      'packages/a/package.json': '{}',
    });
    await flatc(`${folder}/packages/a`, ['init']);
    expect(textOf(folder, 'packages/a/flatc.config.json')).toContain(
      '"$schema": "../../node_modules/@fb/cli/flatc.config.schema.json"',
    );
  });

  it('generates what is asked for', async () => {
    const all = [...GENERATORS.keys()].flatMap((name) => ['--generator', name]);
    const { folder, config } = await init({}, ...all);
    expect(config.outputs.map(({ generator }) => generator)).toEqual([...GENERATORS.keys()]);
    expect(new Set(config.outputs.map((output) => output.folder)).size).toBe(GENERATORS.size);
    expect(await flatc(folder, [])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    [['init'], { 'flatc.config.json': 'mine' }, 'INIT-EXISTS'],
    [['init', 'folder'], {}, 'CLI-OPERAND'],
    [['init', '--generator', 'cobol'], {}, 'CLI-OPTION-CHOICE'],
    [['init', '--genrator', 'ts'], {}, 'CLI-OPTION'],
  ])('%j changes nothing', async (args, files, code) => {
    const { status, stderr, created } = await flatc(temporaryFolder(files), args);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toContain(`error ${code}: `);
  });

  it('says nothing with --quiet', async () => {
    expect(await flatc(temporaryFolder(), ['init', '--quiet'])).toMatchObject({ status: 0, stderr: '' });
  });
});
