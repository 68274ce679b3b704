// flatc without files: what a config file asks for is what the same command lines give.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GENERATORS } from '../../src/config/config-options.js';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const monster =
  'include "color.fbs";\nnamespace game;\ntable Monster { hp:short; color:Color; }\nroot_type Monster;\n';
const color = 'namespace game;\nenum Color:byte { Red, Green }\n';

/** A message of --json-diagnostics. */
interface Found {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly code: string;
  readonly hint: string | null;
}

function project(config: unknown, files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    'flatc.config.json': typeof config === 'string' ? config : JSON.stringify(config),
    'schemas/monster.fbs': monster,
    'schemas/color.fbs': color,
    ...files,
  });
}

/** A config file that writes C++ to `folder`. */
function configOf(folder: string): string {
  return JSON.stringify({ inputs: ['a.fbs'], outputs: [{ generator: 'cpp', folder }] });
}

function contents(folder: string): Map<string, string> {
  return new Map(filesIn(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

describe('plain flatc', () => {
  it('makes what each output asks for, as the command line does', async () => {
    const folder = project({
      inputs: ['schemas/*.fbs'],
      options: { 'gen-object-api': true },
      outputs: [
        { generator: 'ts', folder: 'out/ts', options: { 'ts-import-ext': 'none' } },
        { generator: 'cpp', folder: 'out/cpp', options: { 'gen-object-api': false, 'scoped-enums': true } },
        { generator: 'python', folder: 'out/py', options: { 'python-gen-numpy': false } },
        { generator: 'java', folder: 'out/java' },
      ],
    });
    expect(await flatc(folder, [])).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const other = temporaryFolder({ 'schemas/monster.fbs': monster, 'schemas/color.fbs': color });
    const inputs = ['schemas/color.fbs', 'schemas/monster.fbs'];
    for (const args of [
      ['--gen-object-api', '--ts', '--ts-import-ext', 'none', '-o', 'out/ts'],
      ['--cpp', '--scoped-enums', '-o', 'out/cpp'],
      ['--gen-object-api', '--python', '--no-python-gen-numpy', '-o', 'out/py'],
      ['--gen-object-api', '--java', '-o', 'out/java'],
    ])
      expect(await flatc(other, [...args, ...inputs])).toMatchObject({ status: 0 });
    const made = contents(path.join(folder, 'out'));
    expect(made.size).toBeGreaterThan(8);
    expect(made).toEqual(contents(path.join(other, 'out')));
  });

  it('writes the same wherever below the config file it is started', async () => {
    const config = {
      inputs: ['schemas/*.fbs', 'a.fbs'],
      includePaths: ['shared'],
      outputs: [...GENERATORS.keys()]
        .filter((generator) => generator !== 'json')
        .map((generator) => ({
          generator,
          folder: `out/${generator}`,
          // Of the others, it needs a root type.
          ...(generator === 'jsonschema' ? { inputs: ['a.fbs'] } : {}),
          options: generator === 'binary' ? { schema: true, 'bfbs-comments': true } : {},
        })),
    };
    const files = {
      'a.fbs': 'include "b.fbs";\ntable Apple { b:Berry; }\nroot_type Apple;\n',
      'shared/b.fbs': 'table Berry { x:int; }\n',
      'deep/er/x': '',
    };
    const [one, two] = [project(config, files), project(config, files)];
    expect(await flatc(one, [])).toMatchObject({ status: 0, stderr: '' });
    const below = await flatc(path.join(two, 'deep/er'), ['--file-names-only']);
    expect(below.stdout).toContain('\n../../out/cpp/monster_generated.h\n');
    expect(await flatc(path.join(two, 'deep/er'), [])).toMatchObject({ status: 0 });
    expect(contents(path.join(one, 'out'))).toEqual(contents(path.join(two, 'out')));
    expect(textOf(one, 'out/binary/a.bfbs')).toContain('//shared/b.fbs');
  });

  it('takes files, folders and globs in their order, leaves out what it is told to, and data after its schema', async () => {
    const folder = project(
      {
        inputs: [
          'schemas',
          'more/**/*.fbs',
          '!more/old',
          'odd/[x].fbs',
          'schemas/monster.fbs',
          'data/*.json',
        ],
        outputs: [{ generator: 'binary', folder: 'out', options: { schema: false } }],
      },
      {
        'more/a/p.fbs': 'table P {}\n',
        'more/old/q.fbs': 'broken',
        'more/node_modules/r.fbs': 'broken',
        'odd/[x].fbs': 'table X { x:int; }\nroot_type X;\n',
        'odd/x.fbs': 'broken',
        'data/2.json': '{ x: 2 }',
        'data/1.json': '{ x: 1 }',
      },
    );
    expect(await flatc(folder, ['--dry-run'])).toMatchObject({
      status: 0,
      stdout: 'create out/1.bin\ncreate out/2.bin\n',
      stderr: '',
    });
  });

  it('lets an output have inputs and plugins of its own, found from the config file', async () => {
    const folder = project(
      {
        outputs: [
          { generator: 'jsonschema', inputs: ['schemas/monster.fbs'] },
          {
            plugin: './plugin.mjs',
            pluginOptions: { greeting: 'hi', times: 2 },
            inputs: ['schemas/color.fbs'],
            folder: 'p',
          },
        ],
      },
      {
        'plugin.mjs':
          'export const generator = { generate: (schema, options) => ({ files: [{ path: "o.txt", content: JSON.stringify(options) }], diagnostics: [] }) };',
        'sub/x': '',
      },
    );
    expect(await flatc(path.join(folder, 'sub'), [])).toMatchObject({ status: 0, stderr: '' });
    expect(filesIn(folder)).toEqual(expect.arrayContaining(['monster.schema.json', 'p/o.txt']));
    expect(JSON.parse(textOf(folder, 'p/o.txt'))).toEqual({ greeting: 'hi', times: '2' });
  });

  it('follows the nearest config file, or that of --config', async () => {
    const folder = temporaryFolder({
      'flatc.config.json': configOf('top'),
      'other.json': configOf('other'),
      'in/flatc.config.json': configOf('in'),
      'in/a.fbs': 'table A {}',
      'a.fbs': 'table A {}',
      'in/x/y': '',
    });
    const names = async (cwd: string, ...args: string[]): Promise<string> =>
      (await flatc(path.join(folder, cwd), ['--file-names-only', ...args])).stdout.split('\n')[0] ?? '';
    expect(await names('.')).toBe('top/a_generated.h');
    expect(await names('in/x')).toBe('../in/a_generated.h');
    expect(await names('in', '--config', '../other.json')).toBe('../other/a_generated.h');
  });

  it('prints make rules for all outputs', async () => {
    const folder = project({
      inputs: ['schemas/monster.fbs'],
      outputs: [{ generator: 'cpp' }, { generator: 'jsonschema', folder: 'j' }],
    });
    const { status, stdout, created } = await flatc(folder, ['-M']);
    expect({ status, created }).toEqual({ status: 0, created: [] });
    expect(stdout.replaceAll(' \\\n', '')).toBe(
      'monster_generated.h monster_generated.cpp: schemas/monster.fbs schemas/color.fbs\n' +
        'j/monster.schema.json: schemas/monster.fbs schemas/color.fbs\n',
    );
  });
});

describe('docs/cli.md', () => {
  const docs = readFileSync(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');

  it('names all generators', () => {
    expect(docs).toContain(`(${[...GENERATORS.keys()].map((name) => `\`${name}\``).join(', ')})`);
  });
});

describe('nothing is written', () => {
  const outputs = [{ generator: 'ts', folder: 'out' }];

  it('when two outputs differ at one path', async () => {
    const folder = project({
      inputs: ['schemas'],
      outputs: [
        { generator: 'ts', folder: 'out' },
        { generator: 'ts', folder: './x/../out', options: { 'gen-mutable': true } },
      ],
    });
    const { status, stderr, created } = await flatc(folder, []);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toMatch(
      /^flatc\.config\.json:1:\d+: error OUTPUT-SHARED: .* would both write out\/game\/monster\.ts,/m,
    );
  });

  it('after an error in one of the schemas, and each is told once', async () => {
    const folder = project(
      { inputs: ['schemas'], outputs: [...outputs, { generator: 'python', folder: 'py' }] },
      { 'schemas/x.fbs': 'table X { a:Ghost; }', 'schemas/y.fbs': 'table Y { a:Phantom; }' },
    );
    const { status, stderr, created } = await flatc(folder, []);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr.match(/error NAME-UNDEF: "\w+"/g)).toEqual([
      'error NAME-UNDEF: "Ghost"',
      'error NAME-UNDEF: "Phantom"',
    ]);
  });

  it('with --dry-run, which tells what would be', async () => {
    const folder = project({ inputs: ['schemas/color.fbs'], outputs });
    const { stdout, created } = await flatc(folder, ['--dry-run']);
    expect(created).toEqual([]);
    expect(stdout).toMatch(/^create out\/game\/color\.ts$/m);
  });

  it('when a warning counts as an error', async () => {
    const files = { 'schemas/color.fbs': `${color}table Odd { BadName:int; }` };
    const strict = { inputs: ['schemas/color.fbs'], outputs, options: { 'warnings-as-errors': true } };
    expect(await flatc(project(strict, files), [])).toMatchObject({ status: 1, created: [] });
    const lax = { inputs: ['schemas/color.fbs'], outputs, options: { 'no-warnings': true } };
    expect(await flatc(project(lax, files), [])).toMatchObject({ status: 0, stderr: '' });
    const plain = { inputs: ['schemas/color.fbs'], outputs };
    expect((await flatc(project(plain, files), [])).stderr).toContain('W-CASE');
    expect(await flatc(project(plain, files), ['--quiet'])).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('without a config file', () => {
  it('no file is an error, as ever', async () => {
    const { status, stderr } = await flatc(temporaryFolder(), []);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error CLI-NO-FILE: no file is given\n {2}hint: .*flatc init\n\nUsage: flatc /);
  });

  it('that of --config must be there', async () => {
    expect(await flatc(temporaryFolder(), ['--config', 'no.json'])).toMatchObject({
      status: 1,
      stderr: 'error FILE-READ: cannot read no.json: there is no such file\n',
    });
  });
});

describe('a mistake in the config file is shown where it is:', () => {
  const before = '{\n  "inputs": ["schemas"],\n  "outputs": [{ "generator": "ts" }]';

  it.each([
    ['{\n  "inputs" ["a"]\n}', '2:12', 'CONFIG-JSON', null],
    ['', '1:1', 'CONFIG-JSON', null],
    ['['.repeat(200_000), '1:1', 'CONFIG-JSON', null],
    ['7', '1:1', 'CONFIG-TYPE', null],
    ['{}', '1:1', 'CONFIG-MISSING', null],
    ['{ "outputs": [] }', '1:14', 'CONFIG-EMPTY', null],
    ['{ "outputs": [{ "generator": "ts" }] }', '1:15', 'CONFIG-MISSING', null],
    [`${before},\n  "output": []\n}`, '4:3', 'CONFIG-PROPERTY', 'did you mean "outputs"?'],
    [`${before},\n  "__proto__": []\n}`, '4:3', 'CONFIG-PROPERTY', /^it may have/],
    [`${before},\n  "inputs": ["schemas"]\n}`, '4:3', 'CONFIG-REPEATED', null],
    [`${before},\n  "options": { "strickt": true }\n}`, '4:16', 'CONFIG-OPTION', 'did you mean "strict"?'],
    [
      `${before},\n  "options": { "--genObjectApi": true }\n}`,
      '4:16',
      'CONFIG-OPTION',
      'did you mean "gen-object-api"?',
    ],
    [
      `${before},\n  "options": { "no-python-gen-numpy": true }\n}`,
      '4:16',
      'CONFIG-OPTION',
      'write "python-gen-numpy": false',
    ],
    [`${before},\n  "options": { "constructor": true }\n}`, '4:16', 'CONFIG-OPTION', /named as/],
    [`${before},\n  "options": { "strict": "yes" }\n}`, '4:26', 'CONFIG-TYPE', null],
    [`${before},\n  "options": { "ts-enums": "enums" }\n}`, '4:28', 'CONFIG-CHOICE', 'did you mean "enum"?'],
    [`${before},\n  "includePaths": "x"\n}`, '4:19', 'CONFIG-TYPE', null],
    ['{ "inputs": ["none/*.fbs"], "outputs": [{ "generator": "ts" }] }', '1:14', 'CONFIG-NO-MATCH', null],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "generator": "typescript" }] }',
      '2:28',
      'CONFIG-GENERATOR',
      'did you mean "ts"?',
    ],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "generator": "rust" }] }',
      '2:28',
      'CONFIG-GENERATOR',
      /the generators are/,
    ],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "plugin": "p", "generator": "ts" }] }',
      '2:13',
      'CONFIG-GENERATOR-ONE',
      /the generators are/,
    ],
    ['{ "inputs": ["schemas"],\n"outputs": [{ "plugin": "./p.js" }] }', '2:13', 'PLUGIN-LOAD', null],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "generator": "ts", "options": { "cpp-std": "c++17" } }] }',
      '2:47',
      'CONFIG-OPTION-OTHER',
      null,
    ],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "generator": "ts", "options": { "no-warnings": true } }] }',
      '2:47',
      'CONFIG-OPTION',
      /for the whole run/,
    ],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "generator": "cpp", "options": { "cpp-static-reflection": true } }] }',
      '2:13',
      'CLI-OPTION-NEEDS',
      null,
    ],
    [
      '{ "inputs": ["schemas"],\n"outputs": [{ "generator": "ts", "pluginOptions": {} }] }',
      '2:51',
      'CONFIG-PROPERTY',
      /"plugin"/,
    ],
  ])('%.80s', async (config, place, code, hint) => {
    const { status, stderr, created } = await flatc(project(config), ['--json-diagnostics']);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    const found = stderr
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as Found);
    expect(
      found.map(({ file, start, ...each }) => [file, `${start.line}:${start.column}`, each.code]),
    ).toEqual([['flatc.config.json', place, code]]);
    expect(found[0]?.hint ?? '').toMatch(hint ?? /^$/);
  });

  it('with a frame, from the current folder', async () => {
    const folder = project(`\ufeff// ours\n${before},\n  "outptus": 1,\n}`);
    mkdirSync(path.join(folder, 'sub'));
    expect((await flatc(path.join(folder, 'sub'), [])).stderr).toBe(
      '../flatc.config.json:5:3: error CONFIG-PROPERTY: a config file has no property "outptus"\n' +
        '  5 |   "outptus": 1,\n' +
        '    |   ^~~~~~~~~\n' +
        '  hint: did you mean "outputs"?\n',
    );
  });
});
