// What becomes of outputs: -o -, --dry-run, and messages in other forms than text. Input from standard input.
import { describe, expect, it } from 'vitest';
import { run } from '../src/index.js';
import { bytesOf, filesIn, flatc, temporaryFolder, textOf } from './temporary-folder.js';

const files = {
  's.fbs': 'table T { a:int; BadName:int; }\nroot_type T;\n',
  'd.json': '{ a: 7 }',
  'e.json': '{ a: 8 }',
};

describe('-', () => {
  it('reads JSON and buffers from standard input', async () => {
    const folder = temporaryFolder(files);
    const json = await flatc(folder, ['-b', 's.fbs', '-'], {}, [Buffer.from('{ a: 7 }')]);
    expect(json).toMatchObject({ status: 0, created: ['stdin.bin'] });
    await flatc(folder, ['-b', 's.fbs', 'd.json']);
    expect(bytesOf(folder, 'stdin.bin')).toEqual(bytesOf(folder, 'd.bin'));
    const args = ['-t', '--raw-binary', 's.fbs', '--', '-'];
    expect(await flatc(folder, args, {}, [bytesOf(folder, 'd.bin')])).toMatchObject({
      created: ['stdin.json'],
    });
    expect(textOf(folder, 'stdin.json')).toBe('{\n  a: 7\n}\n');
  });

  it('can be annotated', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['-b', 's.fbs', 'd.json']);
    const annotated = await flatc(folder, ['--annotate', 's.fbs', '-'], {}, [bytesOf(folder, 'd.bin')]);
    expect(annotated).toMatchObject({ status: 0, created: ['stdin.afb'] });
    expect(textOf(folder, 'stdin.afb')).toMatch(/\(7\) +\| a: int$/m);
  });

  it('is not annotated if it is text', async () => {
    const folder = temporaryFolder({ ...files, 'bom.json': '\ufeff\n{ }', 'short.bin': '{' });
    for (const file of ['d.json', 'bom.json', 'short.bin']) {
      const { status, stderr, created } = await flatc(folder, ['--annotate', 's.fbs', file]);
      expect({ status, created }).toEqual({ status: 1, created: [] });
      expect(stderr).toContain(`hint: make a buffer of it first: flatc -b s.fbs ${file}`);
    }
    // A damaged buffer that begins with the same byte.
    const damaged = await flatc(folder, ['--annotate', 's.fbs', '-'], {}, [Buffer.from('{\0\0\0')]);
    expect(damaged).toMatchObject({ status: 0, created: ['stdin.afb'] });
  });

  it('as the output folder is standard output, byte for byte', async () => {
    const folder = temporaryFolder(files);
    const chunks: (string | Uint8Array)[] = [];
    const stdout = { write: (chunk: string | Uint8Array) => chunks.push(chunk) };
    const status = await run(['-b', '-o', '-', 's.fbs', 'd.json'], {
      stdout,
      stderr: { write() {} },
      cwd: folder,
      env: {},
    });
    expect([status, filesIn(folder)]).toEqual([0, ['d.json', 'e.json', 's.fbs']]);
    await flatc(folder, ['-b', 's.fbs', 'd.json']);
    expect(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)))).toEqual(
      Buffer.from(bytesOf(folder, 'd.bin')),
    );
  });

  it.each([
    [['-b', '-o', '-', 's.fbs', 'd.json', 'e.json'], 'and there are 2\n  hint: give -o a folder'],
    [['-b', '-o', '-', 's.fbs'], 'and there are 0\n  hint: name a file'],
    [['--cpp', '-o', '-', 's.fbs'], 'hint: --no-cpp-source'],
    [['--ts', '-o', '-', 's.fbs'], 'hint: --ts-one-file'],
  ])('%j is refused: standard output takes one output', async (args, says) => {
    const { status, stdout, stderr, created } = await flatc(temporaryFolder(files), args);
    expect({ status, stdout, created }).toEqual({ status: 1, stdout: '', created: [] });
    expect(stderr).toContain(says);
  });
});

describe('what leaves one output for standard output', () => {
  it.each([
    [['--cpp', '--no-cpp-source'], 'struct T'],
    [['--ts', '--ts-one-file'], 'class T'],
  ])('%j', async (options, says) => {
    const { status, stdout } = await flatc(temporaryFolder(files), [...options, '-o', '-', 's.fbs']);
    expect(status).toBe(0);
    expect(stdout).toContain(says);
  });
});

describe('--dry-run', () => {
  it('says what would become of each file', async () => {
    const folder = temporaryFolder({ ...files, 'e.bin': 'other' });
    await flatc(folder, ['-b', 's.fbs', 'd.json']);
    const { status, stdout, created } = await flatc(folder, [
      '-b',
      '-t',
      '-o',
      '.',
      '--dry-run',
      's.fbs',
      'd.json',
      'e.json',
    ]);
    expect({ status, created }).toEqual({ status: 0, created: [] });
    expect(stdout.split('\n').toSorted()).toEqual([
      '',
      'change ./d.json',
      'change ./e.bin',
      'change ./e.json',
      'keep   ./d.bin',
    ]);
    expect((await flatc(folder, ['--jsonschema', '--dry-run', 's.fbs'])).stdout).toBe(
      'create s.schema.json\n',
    );
    expect(textOf(folder, 'e.bin')).toBe('other');
  });

  it('still reports what would fail', async () => {
    expect(await flatc(temporaryFolder(files), ['-b', '--dry-run', 's.fbs', 'ghost.json'])).toMatchObject({
      status: 1,
      stdout: '',
    });
  });
});

describe('messages', () => {
  it('are few with --quiet', async () => {
    const folder = temporaryFolder(files);
    expect((await flatc(folder, ['-b', 's.fbs', 'd.json'])).stderr).toContain('W-CASE');
    expect(await flatc(folder, ['-b', '--quiet', '--gen-includes', 's.fbs', 'd.json'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect((await flatc(folder, ['-b', '--quiet', 's.fbs', 'ghost'])).stderr).toContain('cannot read ghost');
  });

  it.each([
    ['--json-diagnostics', /^\{"code":"W-CASE","severity":"warning",.*\}\n$/],
    ['--github-diagnostics', /^::warning file=s\.fbs,line=1,.*title=W-CASE::.*\n$/],
  ])('have another form with %s', async (option, form) => {
    expect((await flatc(temporaryFolder(files), ['-b', option, 's.fbs', 'd.json'])).stderr).toMatch(form);
  });

  it('have that form for mistakes in the command line too', async () => {
    const { status, stderr } = await flatc(temporaryFolder(), ['--bniary', '--json-diagnostics']);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'CLI-OPTION',
      hint: 'did you mean --binary?',
      file: null,
    });
  });
});
