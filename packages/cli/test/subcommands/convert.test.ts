import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/index.js';
import { bytesOf, filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const SCHEMA = `table Weapon { name:string; }
table Monster { name:string; exp:ulong; ratio:double; bytes:[ubyte]; weapons:[Weapon]; }
root_type Monster;
file_identifier "MONS";
`;
const LINES = [
  '{"name": "Orc","exp": 7,"bytes": [1,2]}',
  '{"name": "l\\u00E4ngs","weapons": [{"name": "Axe"}]}',
  '{}',
];
const files = { 'm.fbs': SCHEMA, 'in.ndjson': `${LINES.join('\n')}\n` };

/** What flatc makes of standard input, as bytes. */
async function piped(
  folder: string,
  args: readonly string[],
  input: Iterable<Uint8Array | string>,
): Promise<{ status: number; stdout: Buffer; stderr: string }> {
  const written: Buffer[] = [];
  let stderr = '';
  const status = await run(args, {
    stdout: { write: (piece) => written.push(Buffer.from(piece)) },
    stderr: { write: (piece) => (stderr += String(piece)) },
    cwd: folder,
    env: {},
    stdin: Readable.from(input),
  });
  return { status, stdout: Buffer.concat(written), stderr };
}

/** The buffers that `-b --size-prefixed` makes of each line. */
async function sizePrefixed(folder: string): Promise<Buffer> {
  const buffers: Uint8Array[] = [];
  for (const line of LINES) {
    const { stdout } = await piped(folder, ['-b', '--size-prefixed', '-o', '-', 'm.fbs', '-'], [line]);
    buffers.push(stdout);
  }
  return Buffer.concat(buffers);
}

function chunked(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

describe('flatc convert', () => {
  it('does not let much output wait for the next chunk of the input', async () => {
    const folder = temporaryFolder(files);
    const line = `{"name": "${'x'.repeat(1000)}"}\n`;
    const sizes: number[] = [];
    const status = await run(['convert', '-b', 'm.fbs', '-'], {
      stdout: { write: (piece) => sizes.push(piece.length) },
      stderr: { write: () => {} },
      cwd: folder,
      env: {},
      stdin: Readable.from([Buffer.from(line.repeat(3000))]),
    });
    expect(status).toBe(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(3_000_000);
    expect(Math.max(...sizes)).toBeLessThan(1_100_000);
  });

  it('makes of each line the buffer that -b makes, and lines of them again', async () => {
    const folder = temporaryFolder(files);
    const there = await flatc(folder, ['convert', '-o', 'out/all.bin', 'm.fbs', 'in.ndjson']);
    expect(there).toMatchObject({ status: 0, stdout: '', stderr: 'out/all.bin: 3 lines converted\n' });
    expect(there.created).toEqual(['out/all.bin']);
    expect(Buffer.from(bytesOf(folder, 'out/all.bin')).equals(await sizePrefixed(folder))).toBe(true);
    const back = await flatc(folder, ['convert', '-o', 'back.jsonl', 'm.fbs', 'out/all.bin']);
    expect(back).toMatchObject({ status: 0, stderr: 'back.jsonl: 3 messages converted\n' });
    expect(textOf(folder, 'back.jsonl')).toBe(files['in.ndjson']);
  });

  it('takes standard input in any pieces, and gives standard output', async () => {
    const folder = temporaryFolder(files);
    const text = Buffer.from(`${LINES[0]}\r\n\n${LINES[1]}\n${LINES[2]}`);
    const expected = await sizePrefixed(folder);
    for (const size of [1, 2, 3, 5, 8, 40, 41, 64, text.length]) {
      const there = await piped(folder, ['convert', '-b', 'm.fbs', '-'], chunked(text, size));
      expect(there).toMatchObject({ status: 0, stderr: '' });
      expect(there.stdout.equals(expected)).toBe(true);
      const back = await piped(folder, ['convert', '-t', 'm.fbs', '-'], chunked(there.stdout, size));
      expect(back).toMatchObject({ status: 0, stderr: '' });
      expect(back.stdout.toString()).toBe(files['in.ndjson']);
    }
  });

  it('goes the way that the names of the files say', async () => {
    const folder = temporaryFolder({ ...files, 'other.txt': files['in.ndjson'] });
    const buffers = await sizePrefixed(folder);
    const toFile = await piped(folder, ['convert', '-o', 'x.bin', 'm.fbs', '-'], [files['in.ndjson']]);
    expect(toFile.status).toBe(0);
    expect(buffers.equals(bytesOf(folder, 'x.bin'))).toBe(true);
    expect(String((await piped(folder, ['convert', 'm.fbs', 'x.bin'], [])).stdout)).toBe(files['in.ndjson']);
    const said = await piped(folder, ['convert', '--binary', '-o', '-', 'm.fbs', 'other.txt'], []);
    expect(said.stdout.equals(buffers)).toBe(true);
    for (const unclear of [[], ['-b', '-t']]) {
      const { status, stderr } = await piped(folder, ['convert', ...unclear, 'm.fbs', '-'], []);
      expect(status).toBe(1);
      expect(stderr).toContain('error CONVERT-DIRECTION');
    }
  });

  it('has the JSON options of flatc', async () => {
    const folder = temporaryFolder({
      ...files,
      'odd.ndjson':
        '{name: "ä", exp: 18446744073709551615, ratio: 0.30000000000000004, bytes: "AQI=", no: 1}\n',
    });
    const read = ['--unknown-json', '--json-base64', '-o', 'x.bin', 'm.fbs', 'odd.ndjson'];
    expect((await flatc(folder, ['convert', ...read])).status).toBe(0);
    expect((await flatc(folder, ['convert', '--strict-json', ...read])).stderr).toContain('JSON');
    const print = ['--natural-utf8', '--json-long-strings', '--json-base64'];
    const { stdout } = await flatc(folder, ['convert', ...print, 'm.fbs', 'x.bin']);
    expect(stdout).toBe(
      '{"name": "ä","exp": "18446744073709551615","ratio": 0.30000000000000004,"bytes": "AQI="}\n',
    );
    expect((await flatc(folder, ['convert', '--json-select', 'bytes[1]', 'm.fbs', 'x.bin'])).stdout).toBe(
      '2\n',
    );
  });

  it('reads another root', async () => {
    const folder = temporaryFolder({
      'm.fbs': SCHEMA,
      'none.fbs': 'table T { a:int; }',
      'w.ndjson': '{"name": "Axe"}\n',
    });
    const root = ['--root-type', 'Weapon', 'm.fbs'];
    expect((await flatc(folder, ['convert', '-o', 'w.bin', ...root, 'w.ndjson'])).status).toBe(0);
    expect((await flatc(folder, ['convert', ...root, 'w.bin'])).stdout).toBe('{"name": "Axe"}\n');
    const { status, stderr } = await flatc(folder, ['convert', 'none.fbs', 'w.ndjson']);
    expect(status).toBe(1);
    expect(stderr).toContain('none.fbs names no root type');
  });

  it('says in which line an error is, and writes no file', async () => {
    const bad = `\ufeff${LINES[0]}\n\n{"name": "x", "exp": "y"}\n{"nme": 1}\n`;
    const folder = temporaryFolder({ ...files, 'bad.ndjson': bad });
    const args = ['m.fbs', 'bad.ndjson'];
    const { status, stderr, created } = await flatc(folder, ['convert', '-o', 'sub/x.bin', ...args]);
    expect({ status, created, folders: filesIn(folder) }).toEqual({
      status: 1,
      created: [],
      folders: ['bad.ndjson', 'in.ndjson', 'm.fbs'],
    });
    expect(stderr).toMatch(/^bad\.ndjson:3:\d+: error JSON-.*\n {2}3 \| \{"name": "x", "exp": "y"\}\n/);
    expect(stderr).not.toContain('nme');
    const { stdout } = await piped(folder, ['convert', '-b', ...args], []);
    expect(stdout.equals((await sizePrefixed(folder)).subarray(0, stdout.length))).toBe(true);
    expect(stdout.length).toBe(4 + stdout.readUInt32LE(0));
    const json = await flatc(folder, ['convert', '--json-diagnostics', '-o', 'x.bin', ...args]);
    const { start } = JSON.parse(json.stderr) as { start: { line: number; offset: number } };
    expect(start.line).toBe(3);
    expect(
      Buffer.from(bad)
        .subarray(start.offset, start.offset + 3)
        .toString(),
    ).toBe('"y"');
  });

  it('leaves out what it cannot convert, if told so', async () => {
    const folder = temporaryFolder({ ...files, 'bad.ndjson': `{\n${LINES.join('\nnonsense\n')}\n` });
    const args = ['convert', '--keep-going', '-o', 'x.bin', 'm.fbs', 'bad.ndjson'];
    const { status, stderr } = await flatc(folder, args);
    expect(status).toBe(1);
    expect(stderr.match(/^bad\.ndjson:\d+/gm)).toEqual(['bad.ndjson:1', 'bad.ndjson:3', 'bad.ndjson:5']);
    expect((await sizePrefixed(folder)).equals(bytesOf(folder, 'x.bin'))).toBe(true);
    const damaged = Buffer.from(bytesOf(folder, 'x.bin'));
    const second = 4 + damaged.readUInt32LE(0);
    damaged.fill(0xff, second + 4, second + 8);
    const back = await piped(folder, ['convert', '--keep-going', '-t', 'm.fbs', '-'], [damaged]);
    expect(back.status).toBe(1);
    expect(back.stdout.toString()).toBe(`${LINES[0]}\n${LINES[2]}\n`);
    expect(back.stderr).toContain(`message 2 of <stdin>, which begins at byte ${second}, is damaged: `);
  });

  it('shows no more than 100 errors', async () => {
    const folder = temporaryFolder({ ...files, 'bad.ndjson': 'no\n'.repeat(150) });
    const { stderr } = await flatc(folder, ['convert', '--keep-going', '-o', 'x.bin', 'm.fbs', 'bad.ndjson']);
    expect(stderr.match(/: error /g)?.length).toBe(100);
    expect(stderr).toContain('\nand 50 more errors\n');
  });

  it('says where a stream of buffers is none', async () => {
    const folder = temporaryFolder(files);
    const buffers = await sizePrefixed(folder);
    const cut = await piped(folder, ['convert', '-t', 'm.fbs', '-'], [buffers.subarray(0, -1)]);
    expect(cut.status).toBe(1);
    expect(cut.stdout.toString()).toBe(`${LINES[0]}\n${LINES[1]}\n`);
    expect(cut.stderr).toMatch(/message 3 of <stdin>, which begins at byte \d+, is damaged: the stream ends/);
    const text = await piped(folder, ['convert', '-t', 'm.fbs', 'in.ndjson'], []);
    expect(text.stderr).toContain('for JSON text give --binary');
    const other = await piped(folder, ['convert', '-t', 'm.fbs', '-'], ['\x08\0\0\0\x08\0\0\0NOPE']);
    expect(other.stderr).toMatch(/message 1 of <stdin>.*damaged/);
  });

  it('--max-size limits lines and messages', async () => {
    const folder = temporaryFolder(files);
    const buffers = await sizePrefixed(folder);
    const longest = Math.max(...LINES.map((line) => line.length));
    const limited = (size: number): ReturnType<typeof piped> =>
      piped(folder, ['convert', '-b', '--max-size', String(size), 'm.fbs', 'in.ndjson'], []);
    expect((await limited(longest)).stdout.equals(buffers)).toBe(true);
    expect((await limited(longest - 1)).stderr).toMatch(
      /^in\.ndjson:2:1: .* this line has more than[\s\S]*--max-size allows more/,
    );
    const back = await piped(folder, ['convert', '-t', '--max-size', '16', 'm.fbs', '-'], [buffers]);
    expect(back.stderr).toMatch(/more than maxSize, 16.*\n.*--max-size allows more/);
  });

  it('says what is wrong with files', async () => {
    const folder = temporaryFolder(files);
    const said = async (...args: string[]): Promise<string> =>
      (await flatc(folder, ['convert', ...args])).stderr;
    expect(await said('m.fbs', 'none.ndjson')).toContain('cannot read none.ndjson: there is no such file');
    expect(await said('-b', 'm.fbs', '.')).toContain('cannot read .: it is a directory');
    expect(await said('-o', '.', 'm.fbs', 'in.ndjson')).toContain('cannot write .: it is a directory');
    expect(await said('-o', 'm.fbs/x', 'm.fbs', 'in.ndjson')).toContain('cannot write m.fbs/x');
    expect(await said('-o', './m.fbs', 'm.fbs', 'in.ndjson')).toContain('OUTPUT-IS-SCHEMA');
    expect(textOf(folder, 'm.fbs')).toBe(SCHEMA);
    expect(await said('-o', 'in.ndjson', 'm.fbs', 'in.ndjson')).toContain('W-OUTPUT-IS-DATA');
    expect((await sizePrefixed(folder)).equals(bytesOf(folder, 'in.ndjson'))).toBe(true);
    expect(filesIn(folder)).toEqual(['in.ndjson', 'm.fbs']);
  });

  it('puts no buffers on a terminal', async () => {
    const folder = temporaryFolder(files);
    let stderr = '';
    const stdout = { isTTY: true, write: () => expect.unreachable() };
    const io = {
      stdout,
      stderr: { write: (piece: unknown) => (stderr += String(piece)) },
      cwd: folder,
      env: {},
    };
    expect(await run(['convert', 'm.fbs', 'in.ndjson'], io)).toBe(1);
    expect(stderr).toContain('give -o FILE');
  });

  it('ends when nobody reads any more, though the input never would', async () => {
    const folder = temporaryFolder(files);
    let leave: (() => void) | null = null;
    let chunks = 0;
    function* endless(): Generator<string> {
      for (;;) {
        if (++chunks === 3) leave?.();
        yield `${LINES[0]}\n`;
      }
    }
    const io = {
      stdout: { write: () => true, once: (_event: string, listener: () => void) => (leave = listener) },
      stderr: { write: () => expect.unreachable() },
      cwd: folder,
      env: {},
      stdin: Readable.from(endless()),
    };
    expect(await run(['convert', '-b', 'm.fbs', '-'], io)).toBe(0);
    expect(chunks).toBeLessThan(100);
  });
});
