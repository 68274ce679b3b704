import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Builder,
  type SizePrefixedOptions,
  readSizePrefixed,
  verify,
  writeSizePrefixed,
} from '../src/index.js';

const layout = {
  kind: 'table',
  name: 'T',
  fields: [{ name: 'text', slot: 0, type: { kind: 'string' } }],
} as const;

function message(text: string, wide = false, builder = new Builder(16)): Uint8Array {
  builder.clear();
  const at = builder.createString(text);
  builder.startObject(1);
  builder.addFieldOffset(0, at, 0);
  builder.finish(builder.endObject(), undefined, wide ? 'wide' : true);
  return builder.asUint8Array();
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** `bytes` in pieces that end at `cuts`. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

async function all(
  source: Parameters<typeof readSizePrefixed>[0],
  options?: SizePrefixedOptions,
): Promise<Uint8Array[]> {
  const messages: Uint8Array[] = [];
  for await (const each of readSizePrefixed(source, options)) messages.push(each);
  return messages;
}

function drop(): void {}

/** A stream that notes how many chunks were asked for, and whether it was cancelled. */
function watched(chunks: readonly Uint8Array[]): {
  readonly stream: ReadableStream<Uint8Array>;
  readonly seen: { pulled: number; cancelled: boolean };
} {
  const seen = { pulled: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[seen.pulled];
        seen.pulled += 1;
        if (chunk === undefined) controller.close();
        else controller.enqueue(chunk);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

describe('reading', () => {
  it('gives the same messages wherever chunks end', async () => {
    const texts = fc.array(fc.oneof(fc.string(), fc.constant('long '.repeat(2000))), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.nat()), fc.boolean(), async (contents, cuts, wide) => {
        const messages = contents.map((text) => message(text, wide));
        const read = await all(pieces(concat(messages), cuts), { wide });
        expect(read.map((each) => Buffer.from(each).toString('hex'))).toEqual(
          messages.map((each) => Buffer.from(each).toString('hex')),
        );
        for (const each of read) {
          expect(verify(each, layout, { sizePrefixed: wide ? 'wide' : true })).toBeNull();
          expect([each.byteOffset, each.buffer.byteLength]).toEqual([0, each.length]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says where a stream ends too early', async () => {
    const first = message('first');
    const bytes = concat([first, message('second')]);
    for (let end = first.length + 1; end < bytes.length; end++) {
      const read = readSizePrefixed([bytes.subarray(0, end)]);
      expect((await read.next()).value).toEqual(first);
      await expect(read.next()).rejects.toMatchObject({
        name: 'FlatBufferError',
        code: 'size-prefix',
        offset: first.length,
      });
    }
    expect(await all([])).toEqual([]);
  });

  it('refuses a size beyond the limit before it has memory for it', async () => {
    const first = message('first');
    const huge = { name: 'FlatBufferError', code: 'too-large', offset: first.length };
    for (const wide of [false, true]) {
      const good = message('first', wide);
      const lie = new Uint8Array(8).fill(0xff);
      await expect(all([good, lie], { wide })).rejects.toMatchObject({ ...huge, offset: good.length });
    }
    const maxSize = first.length - 4;
    expect(await all([first, first], { maxSize })).toHaveLength(2);
    await expect(all([first, message('one byte more')], { maxSize })).rejects.toMatchObject(huge);
    await expect(all([first], { maxSize: Number.NaN })).rejects.toThrow(RangeError);
  });

  it('takes messages of nothing but a size', async () => {
    expect(await all([new Uint8Array(12)])).toEqual([
      new Uint8Array(4),
      new Uint8Array(4),
      new Uint8Array(4),
    ]);
  });

  it('asks for more only when that is wanted, and gives a stream back', async () => {
    const messages = ['a', 'b', 'c', 'd'].map((text) => message(text));
    const { stream, seen } = watched(messages);
    const read = readSizePrefixed(stream);
    expect((await read.next()).value).toEqual(messages[0]);
    expect((await read.next()).value).toEqual(messages[1]);
    expect(seen).toEqual({ pulled: 2, cancelled: false });
    await read.return();
    expect(seen).toEqual({ pulled: 2, cancelled: true });
    expect(stream.locked).toBe(false);
  });

  it('reads a stream to its end, and passes on why it fails', async () => {
    const messages = ['a', 'b'].map((text) => message(text));
    const { stream, seen } = watched(messages);
    expect(await all(stream)).toEqual(messages);
    expect(seen).toEqual({ pulled: 3, cancelled: false });
    expect(stream.locked).toBe(false);
    const failing = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('no network'));
      },
    });
    await expect(all(failing)).rejects.toThrow('no network');
  });
});

describe('writing', () => {
  it('comes back when read', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const texts = Array.from({ length: 50 }, (_, i) => 'x'.repeat(i * i));
    const written = writeSizePrefixed(
      texts.map((text) => message(text)),
      writable,
    ).then(() => writable.close());
    expect(await all(readable)).toEqual(texts.map((text) => message(text)));
    await written;
  });

  it('waits for the sink, so that one builder does for all', async () => {
    const builder = new Builder(16);
    const state = { made: 0, taken: 0, most: 0 };
    function* messages(): Generator<Uint8Array> {
      for (; state.made < 100; state.made++) {
        state.most = Math.max(state.most, state.made - state.taken);
        yield message(`message ${state.made}`, false, builder);
      }
    }
    const copies: Uint8Array[] = [];
    const sink = new WritableStream<Uint8Array>({
      async write(chunk) {
        await new Promise((done) => setImmediate(done));
        copies.push(chunk.slice());
        state.taken += 1;
      },
    });
    await writeSizePrefixed(messages(), sink);
    expect(sink.locked).toBe(false);
    expect(copies).toEqual(Array.from({ length: 100 }, (_, i) => message(`message ${i}`)));
    expect(state.most).toBe(0);
  });

  it('goes to a function as well', async () => {
    const parts: Uint8Array[] = [];
    await writeSizePrefixed([message('a', true)], (part) => parts.push(part), { wide: true });
    expect(parts).toEqual([message('a', true)]);
  });

  it('refuses what could not be read again', async () => {
    const builder = new Builder();
    const text = builder.createString('no prefix');
    builder.startObject(1);
    builder.addFieldOffset(0, text, 0);
    builder.finish(builder.endObject());
    await expect(writeSizePrefixed([builder.asUint8Array()], drop)).rejects.toThrow(
      /finish it with a size prefix/,
    );
    await expect(writeSizePrefixed([message('a', true)], drop)).rejects.toThrow(TypeError);
    await expect(writeSizePrefixed([new Uint8Array(2)], drop)).rejects.toThrow(TypeError);
    await expect(writeSizePrefixed([message('abc')], drop, { maxSize: 12 })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
