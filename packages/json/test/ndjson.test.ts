// Newline-delimited JSON in pieces of any size.
import { encodeUtf8 } from '@fb/bytes';
import { renderDiagnostic } from '@fb/diagnostics';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCodec, parseNdjson, printNdjson, type NdjsonResult } from '../src/index.js';
import { monsterSchema } from './schemas.js';

const codec = new JsonCodec(monsterSchema());

function* endless(): Generator<Uint8Array> {
  for (;;) yield encodeUtf8('x'.repeat(1000));
}

async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of from) all.push(each);
  return all;
}

/** The text in pieces of the given sizes, in memory that is used again: Buffers, whose `slice` is no copy. */
function* pieces(text: string, sizes: readonly number[]): Generator<Uint8Array> {
  const bytes = encodeUtf8(text);
  const memory = Buffer.alloc(bytes.length);
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const piece = bytes.subarray(at, at + (sizes[i % sizes.length] ?? 1));
    memory.set(piece);
    yield memory.subarray(0, piece.length);
    at += piece.length;
  }
}

describe('parseNdjson', () => {
  it('reads the same lines however they come', async () => {
    const lines = ['{"name":"é"}', '', '{"name":"b","mana":1}', ' \t\r', '{"name":1}', '{"name":"last"}'];
    const expected = lines.flatMap((line, i) =>
      line.trim() === ''
        ? []
        : [
            {
              ...codec.parse(line),
              line: i + 1,
              offset: encodeUtf8(lines.slice(0, i).join('\n')).length + (i === 0 ? 0 : 1),
            },
          ],
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (each, isClosed) => {
        const text = lines.join('\n') + (isClosed ? '\n' : '');
        const results = await collect(parseNdjson(codec, pieces(text, each)));
        expect(results.map(comparable)).toEqual(expected.map(comparable));
      }),
    );
  });

  it('makes a stream of size-prefixed buffers', async () => {
    const results = await collect(
      parseNdjson(codec, [encodeUtf8('{name:"a"}\n{name:"b"}')], { sizePrefixed: true }),
    );
    const stream = Buffer.concat(results.map(({ bytes }) => bytes ?? new Uint8Array()));
    const names: unknown[] = [];
    for (let at = 0; at < stream.length;) {
      const end = at + 4 + stream.readUInt32LE(at);
      names.push(codec.decode(stream.subarray(at, end), { sizePrefixed: true })['name']);
      at = end;
    }
    expect(names).toEqual(['a', 'b']);
  });

  it('refuses a line without end', async () => {
    const results = await collect(parseNdjson(codec, endless(), { maxLineSize: 10_000 }));
    expect(results).toMatchObject([{ bytes: null, line: 1, diagnostics: [{ code: 'JSON-LINE-SIZE' }] }]);
    await expect(collect(parseNdjson(codec, [], { maxLineSize: NaN }))).rejects.toThrow(RangeError);
  });

  it('tells the place in the whole text', async () => {
    const text = '{name:"a"}\n\n{bad}\n{name:"longer"}\n';
    const options = { path: 'x.ndjson', maxLineSize: 12 };
    const results = await collect(parseNdjson(codec, [encodeUtf8(text)], options));
    const shown = results.flatMap(({ diagnostics }) => diagnostics.map((each) => renderDiagnostic(each)));
    expect(shown[0]).toMatch(/^x\.ndjson:3:5: error [\s\S]*\n +3 \| \{bad\}\n/);
    expect(shown[1]).toMatch(/^x\.ndjson:4:1: error JSON-LINE-SIZE: this line has more than 12 bytes/);
  });

  it('refuses a line that is longer than it may be, in whatever pieces it comes', async () => {
    const text = '{name:"a"}\n{name:"longer"}\n{name:"b"}\n';
    for (const piece of [1, 5, 12, 13, 100]) {
      const results = await collect(parseNdjson(codec, pieces(text, [piece]), { maxLineSize: 14 }));
      expect(results).toMatchObject([
        { line: 1, offset: 0 },
        { bytes: null, line: 2, offset: 11 },
      ]);
      const all = await collect(parseNdjson(codec, pieces(text, [piece]), { maxLineSize: 15 }));
      expect(all.map(({ offset }) => offset)).toEqual([0, 11, 27]);
    }
  });
});

describe('printNdjson', () => {
  it('prints a line for each buffer, which other readers of JSON understand', async () => {
    const buffers = [{ name: 'a', mana: 1 }, { name: 'line\nbreak' }].map((value) => codec.encode(value));
    const text = Buffer.concat(await collect(printNdjson(codec, buffers))).toString();
    expect(text).toBe(
      '{"name": "a","mana": 1}\n{"name": "line\\nbreak"}\n'.replace(
        '"name": "a","mana": 1',
        '"mana": 1,"name": "a"',
      ),
    );
    expect((await collect(parseNdjson(codec, [encodeUtf8(text)]))).map(({ bytes }) => bytes)).toEqual(
      buffers.map((bytes) => expect.objectContaining({ length: bytes.length })),
    );
  });
});

function comparable({ bytes, diagnostics, line, offset }: NdjsonResult): unknown {
  return [line, offset, bytes, diagnostics.map(({ message, path }) => [message, path])];
}
