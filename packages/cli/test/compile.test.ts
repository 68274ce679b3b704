import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Builder } from '@fb/flatbuffers';
import { describe, expect, it } from 'vitest';
import { bytesOf, filesIn, flatc, temporaryFolder, textOf } from './temporary-folder.js';

const schema = `table T { a:int; s:string; v:[short]; }
root_type T;
file_identifier "TTTT";
file_extension "ttt";
`;
const files = { 's.fbs': schema, 'd.json': '{ a: 1, s: "x" }' };
const json = '{\n  a: 1,\n  s: "x"\n}\n';

describe('data files', () => {
  it('become buffers with the identifier and extension of the schema', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['-b', 's.fbs', 'd.json'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
      created: ['d.ttt'],
    });
    expect(Buffer.from(bytesOf(folder, 'd.ttt').subarray(4, 8)).toString()).toBe('TTTT');
  });

  it.each([[[]], [['--size-prefixed']]])('come back as the same text, with %j', async (options) => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['-b', ...options, 's.fbs', 'd.json']);
    const back = await flatc(folder, ['--json', ...options, '-o', 'out/deep', 's.fbs', '--', 'd.ttt']);
    expect(back).toMatchObject({ status: 0, stderr: '', created: ['out/deep/d.json'] });
    expect(textOf(folder, 'out/deep/d.json')).toBe(json);
  });

  it('are formatted in place by --json', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['--json', 's.fbs', 'd.json'])).toMatchObject({ status: 0, created: [] });
    expect(textOf(folder, 'd.json')).toBe(json);
  });

  it('belong to the schema before them, and outputs appear only when all went well', async () => {
    const folder = temporaryFolder({
      ...files,
      'u.fbs': 'table U { b:int; } root_type U;',
      'u.json': '{ b: 2 }',
    });
    const good = await flatc(folder, ['-b', 's.fbs', 'd.json', 'u.fbs', 'u.json']);
    expect(good).toMatchObject({ status: 0, created: ['d.ttt', 'u.bin'] });
    const bad = await flatc(folder, ['-b', '-o', 'out', 's.fbs', 'd.json', 'u.fbs', 'd.json']);
    expect(bad).toMatchObject({ status: 1, created: [] });
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  });

  it('may have another root than the schema says', async () => {
    const folder = temporaryFolder({
      's.fbs': 'namespace N; table T { a:int; } table U { b:int; } root_type T;',
      'u.json': '{ b: 2 }',
    });
    const found = await flatc(folder, ['-b', '--root-type', 'N.U', 's.fbs', 'u.json']);
    expect(found).toMatchObject({ status: 0, created: ['u.bin'] });
    const missing = await flatc(folder, ['-b', '--root-type', 'U', 's.fbs', 'u.json']);
    expect(missing).toMatchObject({ status: 1, created: [] });
    expect(missing.stderr).toBe(
      'error ROOT-UNKNOWN: --root-type: s.fbs has no table U\n  hint: write the full name: --root-type N.U\n',
    );
  });
});

describe('FlexBuffers', () => {
  const any = { 'any.json': '{ b: [1, 2], a: "x" }' };

  it('come from JSON and become JSON without a schema', async () => {
    const folder = temporaryFolder(any);
    expect(await flatc(folder, ['-b', '--flexbuffers', 'any.json'])).toMatchObject({
      status: 0,
      created: ['any.bin'],
    });
    for (const separator of [[], ['--']]) {
      const back = await flatc(folder, ['-t', '--flexbuffers', '-o', 'out', ...separator, 'any.bin']);
      expect(back).toMatchObject({ status: 0, stderr: '' });
      expect(textOf(folder, 'out/any.json')).toBe('{ a: "x", b: [ 1, 2 ] }');
    }
  });

  it('are verified', async () => {
    const folder = temporaryFolder({ 'bad.bin': new Uint8Array([4, 20, 1]) });
    const { status, stderr, created } = await flatc(folder, ['-t', '--flexbuffers', 'bad.bin']);
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toMatch(/^error DATA-DAMAGED: bad\.bin is damaged: .* at byte \d+/);
  });

  it('have no schema', async () => {
    const folder = temporaryFolder({ ...files, ...any });
    const { status, stderr } = await flatc(folder, ['-b', '--flexbuffers', 's.fbs', 'any.json']);
    expect(status).toBe(1);
    expect(stderr).toBe('error FLEX-NO-SCHEMA: s.fbs is a schema, and with --flexbuffers data has none\n');
  });
});

describe('schemas', () => {
  it('become buffers with --schema, which data takes the extension of', async () => {
    const folder = temporaryFolder(files);
    const { status, created } = await flatc(folder, ['-b', '--schema', 's.fbs', 'd.json']);
    expect({ status, created }).toEqual({ status: 0, created: ['d.bfbs', 's.bfbs'] });
    expect(Buffer.from(bytesOf(folder, 's.bfbs').subarray(4, 8)).toString()).toBe('BFBS');
  });

  it('as buffers name their files from where they are told', async () => {
    const folder = temporaryFolder({
      'main.fbs': 'include "lib/part.fbs"; table M { p:Part; } root_type M;',
      'lib/part.fbs': 'table Part { a:int; }',
    });
    async function names(...args: string[]): Promise<string[]> {
      await flatc(folder, ['-b', '--schema', ...args]);
      return (
        Buffer.from(bytesOf(folder, 'main.bfbs'))
          .toString('latin1')
          .match(/[\w./-]*\.fbs/g) ?? []
      );
    }
    expect(await names('main.fbs')).toEqual([]);
    expect(new Set(await names('./main.fbs'))).toEqual(new Set(['//main.fbs', '//lib/part.fbs']));
    expect(new Set(await names('--bfbs-filenames', 'lib', 'main.fbs'))).toEqual(
      new Set(['//../main.fbs', '//part.fbs']),
    );
    const absolute = await names('--bfbs-filenames', '.', '--bfbs-absolute-paths', 'main.fbs');
    const real = realpathSync(folder);
    expect(new Set(absolute)).toEqual(
      new Set([path.join(real, 'main.fbs'), path.join(real, 'lib/part.fbs')]),
    );
  });

  it('become TypeScript with --ts', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['--ts', '-o', 'gen', 's.fbs'])).toMatchObject({
      status: 0,
      stderr: '',
      created: ['gen/s.ts', 'gen/t.ts'],
    });
    expect(textOf(folder, 'gen/t.ts')).toContain('export class T ');
  });

  it('are never overwritten', async () => {
    const text = 'table T { a:int; } root_type T; file_extension "fbs";';
    const folder = temporaryFolder({ 's.fbs': text, 's.json': '{ a: 1 }' });
    const { status, stderr } = await flatc(folder, ['-b', 's.fbs', 's.json']);
    expect(status).toBe(1);
    expect(stderr).toContain('OUTPUT-IS-SCHEMA: an output would overwrite the schema s.fbs');
    expect(textOf(folder, 's.fbs')).toBe(text);
  });

  it('find includes beside themselves and in -I', async () => {
    const folder = temporaryFolder({
      'main.fbs': 'include "near.fbs"; include "far.fbs"; table M { n:Near; f:Far; } root_type M;',
      'near.fbs': 'table Near { a:int; }',
      'lib/far.fbs': 'table Far { b:int; }',
      'm.json': '{ n: { a: 1 }, f: { b: 2 } }',
    });
    expect(await flatc(folder, ['-b', 'main.fbs', 'm.json'])).toMatchObject({ status: 1, created: [] });
    expect(await flatc(folder, ['-I', 'lib', '-b', 'main.fbs', 'm.json'])).toMatchObject({
      status: 0,
      created: ['m.bin'],
    });
  });

  it('that warn are accepted, unless warnings count as errors', async () => {
    const folder = temporaryFolder({ 'w.fbs': 'table T { BadName:int; } root_type T;' });
    const args = ['-b', '--schema', 'w.fbs'];
    const warned = await flatc(folder, ['--file-names-only', ...args]);
    expect(warned).toMatchObject({ status: 0, stdout: 'w.bfbs\n' });
    expect(warned.stderr).toContain('w.fbs:1:11: warning W-CASE: ');
    expect(await flatc(folder, ['--no-warnings', ...args])).toMatchObject({ status: 0, stderr: '' });
    const refused = await flatc(folder, ['-o', 'out', '--warnings-as-errors', ...args]);
    expect(refused).toMatchObject({ status: 1, created: [] });
    expect(refused.stderr).toContain('error WERROR: ');
  });
});

describe('listing outputs', () => {
  it('as names writes nothing', async () => {
    const folder = temporaryFolder(files);
    const { stdout, created } = await flatc(folder, [
      '--file-names-only',
      '-b',
      '-t',
      '-o',
      'o',
      's.fbs',
      'd.json',
    ]);
    expect({ stdout, created }).toEqual({ stdout: 'o/d.ttt\no/d.json\n', created: [] });
  });

  it('as make rules writes nothing', async () => {
    const folder = temporaryFolder({ ...files, 'i.fbs': 'include "s.fbs"; table I { t:T; } root_type I;' });
    const { stdout, created } = await flatc(folder, ['-M', '-b', '--schema', 'i.fbs', 's.fbs', 'd.json']);
    expect(stdout).toBe('i.bfbs: i.fbs s.fbs\ns.bfbs: s.fbs\nd.bfbs: d.json s.fbs\n');
    expect(created).toEqual([]);
  });
});

describe('bad input gives one clear message, exit status 1 and no file', () => {
  it('a missing schema', async () => {
    expect(await failure(['-b', 'ghost.fbs'])).toBe(
      'error FILE-READ: cannot read ghost.fbs: there is no such file\n',
    );
  });

  it('a missing data file, and a folder for one', async () => {
    expect(await failure(['-b', 's.fbs', 'ghost.json'])).toContain(
      'cannot read ghost.json: there is no such file',
    );
    expect(await failure(['-b', 's.fbs', '.'])).toContain('cannot read .: it is a directory');
  });

  it('data without a schema, or without a root type', async () => {
    expect(await failure(['-b', 'd.json'])).toContain('error DATA-NO-SCHEMA: ');
    expect(await failure(['-b', 'r.fbs', 'd.json'], { 'r.fbs': 'table T { a:int; }' })).toContain(
      'error DATA-NO-ROOT: ',
    );
  });

  it('a mistake in a schema, with line, column and frame', async () => {
    const stderr = await failure(['-b', '--schema', 'e.fbs'], { 'e.fbs': 'table T {\n  a:Ghost;\n}\n' });
    expect(stderr).toMatch(/^e\.fbs:2:5: error NAME-UNDEF: .*\n {2}2 \| {3}a:Ghost;\n {4}\| {5}\^~~~~\n/);
  });

  it('JSON of a wrong type, with line, column and path', async () => {
    const stderr = await failure(['-b', 's.fbs', 'e.json'], { 'e.json': '{\n  a: "many"\n}' });
    expect(stderr).toMatch(/^e\.json:2:\d+: error /);
  });

  it('a zero byte in JSON', async () => {
    expect(await failure(['-b', 's.fbs', 'z.json'], { 'z.json': '{ a: 1 \0}' })).toContain(
      'z.json: at byte 7: a zero byte',
    );
  });

  it('a truncated buffer, with the byte', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['-b', 's.fbs', 'd.json']);
    const whole = bytesOf(folder, 'd.ttt');
    for (const length of [0, 3, 8, 12, whole.length - 4]) {
      const cut = { 'cut.ttt': whole.subarray(0, length) };
      expect(await failure(['--json', 's.fbs', '--', 'cut.ttt'], cut)).toMatch(
        /error DATA-DAMAGED: cut\.ttt is damaged: .* \(byte \d+[,)]/,
      );
    }
  });

  it('a buffer that is damaged in a field that readers do not see, but JSON shows', async () => {
    const hidden = {
      'h.fbs': 'table T { s:string (deprecated); x:int; } root_type T; file_identifier "TTTT";',
      'h.bin': Buffer.from(
        '10000000 54545454 0600 0800 0400 0000 08000000 ffffff7f'.replaceAll(' ', ''),
        'hex',
      ),
    };
    expect(await failure(['--json', 'h.fbs', '--', 'h.bin'], hidden)).toMatch(
      /^error DATA-DAMAGED: h\.bin is damaged: .* \(byte 20, field s\)\n$/,
    );
  });

  it('a damaged buffer that is to be a buffer again', async () => {
    const cut = { 'cut.bin': Buffer.from('1000000054545454', 'hex') };
    expect(await failure(['-b', 's.fbs', '--', 'cut.bin'], cut)).toMatch(
      /^error DATA-DAMAGED: cut\.bin is damaged: .* \(byte \d+[,)]/,
    );
  });

  it('a small buffer that would be a huge text', async () => {
    const builder = new Builder();
    const long = builder.createString('x'.repeat(10_000));
    builder.startVector(4, 10_000, 4);
    for (let i = 0; i < 10_000; i++) builder.addOffset(long);
    const all = builder.endVector();
    builder.startObject(1);
    builder.addFieldOffset(0, all, 0);
    builder.finish(builder.endObject(), 'TTTT');
    const bomb = {
      'b.fbs': 'table B { all:[string]; } root_type B; file_identifier "TTTT";',
      'b.bin': builder.asUint8Array(),
    };
    expect(await failure(['--json', 'b.fbs', '--', 'b.bin'], bomb)).toMatch(
      /^error DATA-UNPRINTABLE: b\.bin cannot be written as JSON: the text would have more than \d+ bytes\n$/,
    );
  });

  it('a buffer of another schema, or of one that cannot tell', async () => {
    const other = { 'x.bin': new Uint8Array([8, 0, 0, 0, 79, 84, 72, 82, 4, 0, 4, 0, 4, 0, 0, 0]) };
    expect(await failure(['--json', 's.fbs', '--', 'x.bin'], other)).toContain(
      'at byte 4: the file identifier is "OTHR", not "TTTT"',
    );
    const plain = { ...other, 'p.fbs': 'table T { a:int; } root_type T;' };
    expect(await failure(['--json', 'p.fbs', '--', 'x.bin'], plain)).toContain('error DATA-NO-IDENTIFIER: ');
  });

  it('a text that is not UTF-8, where it is wanted as JSON', async () => {
    const folder = temporaryFolder({ ...files, 'odd.json': '{ s: "\\xff" }' });
    await flatc(folder, ['-b', '--allow-non-utf8', 's.fbs', 'odd.json']);
    const odd = { 'odd.ttt': bytesOf(folder, 'odd.ttt') };
    expect(await failure(['--json', 's.fbs', '--', 'odd.ttt'], odd)).toMatch(
      /^error DATA-UNPRINTABLE: odd\.ttt cannot be written as JSON: .*\(byte \d+, field s\)\n$/,
    );
  });

  it('a folder that is none', async () => {
    const stderr = await failure(['-b', '--schema', '--bfbs-filenames', 'd.json/x', 's.fbs']);
    expect(stderr).toBe('error CLI-FOLDER: --bfbs-filenames: d.json/x is not a directory\n');
  });

  it('nothing to make', async () => {
    expect(await failure(['-M', '-b', 's.fbs'])).toContain('error CLI-NO-RULE: ');
  });

  it('an unknown root type', async () => {
    expect(await failure(['-b', '--root-type', 'Z', 's.fbs'])).toContain('error ROOT-UNKNOWN: ');
  });

  it('two inputs for one output', async () => {
    const stderr = await failure(['-b', 's.fbs', 'd.json', 'sub/d.json'], { 'sub/d.json': '{ a: 2 }' });
    expect(stderr).toContain('error OUTPUT-CLASH: sub/d.json and d.json would both write d.ttt');
  });

  it('a name that leads out of the output folder', async () => {
    const evil = {
      'e.fbs': 'table T { a:int; } root_type T; file_extension "x/../../../evil";',
      'e.json': '{ a: 1 }',
    };
    expect(await failure(['-b', '-o', 'out', 'e.fbs', 'e.json'], evil)).toContain('error OUTPUT-OUTSIDE: ');
  });

  it('an output folder that is a file', async () => {
    expect(await failure(['-b', '-o', 'd.json', 's.fbs', 'd.json'])).toContain(
      'error FILE-WRITE: cannot write d.json/d.ttt: ',
    );
  });

  it('protobuf definitions without --proto', async () => {
    const text = await failure(['--ts', 'p.proto'], { 'p.proto': 'message M { int32 a = 1; }' });
    expect(text).toContain('error FILE-PROTO: p.proto was read as a schema');
  });
});

/** Runs flatc, which must fail with one error and leave the folder alone; gives what it says. */
async function failure(args: string[], more: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = temporaryFolder({ ...files, ...more });
  const before = filesIn(folder);
  const { status, stdout, stderr } = await flatc(folder, args);
  expect({ status, stdout, files: filesIn(folder) }).toEqual({ status: 1, stdout: '', files: before });
  expect(stderr.match(/error [A-Z-]+:/g)).toHaveLength(1);
  return stderr;
}
