// A message of more than 2 GiB, behind a 64-bit offset: as far as the engine's longest typed array goes. Takes about
// twice its size in memory.
import { Builder, ByteBuffer, type TableLayout, verify } from '@fb/flatbuffers';
import { inMs, printTable } from './measure.js';

const GIB = 2 ** 30;

/** `table Large { data : [ubyte] (vector64); name : string; }` */
const layout: TableLayout = {
  kind: 'table',
  name: 'Large',
  fields: [
    {
      name: 'data',
      slot: 0,
      type: { kind: 'vector', element: { kind: 'scalar', size: 1 }, wide: true },
      offset64: true,
    },
    { name: 'name', slot: 1, type: { kind: 'string' } },
  ],
};

console.log(`node ${process.version}: the longest Uint8Array has ${longest() / GIB} GiB\n`);
printTable(
  ['message', 'build', 'GB/s', 'verify', 'read the ends'],
  [1, 2.5, 3.75].map((size) => measure(Math.floor(size * GIB))),
);

function measure(size: number): string[] {
  const data = new Uint8Array(size);
  data[0] = 1;
  data[size - 1] = 255;
  const builder = new Builder(size + 1024);
  const times = [performance.now()];
  const dataAt = builder.createScalarVector64(data);
  const nameAt = builder.createString('large');
  builder.startObject(2);
  builder.addFieldOffset64(0, dataAt);
  builder.addFieldOffset(1, nameAt, 0);
  builder.finish(builder.endObject());
  const bytes = builder.asUint8Array();
  times.push(performance.now());
  const error = verify(bytes, layout, { maxSize: 2 ** 32 });
  if (error !== null) throw error;
  times.push(performance.now());
  const ends = readEnds(bytes);
  if (ends.join() !== `${size},1,255,large`) throw new Error(`read ${ends.join()}`);
  times.push(performance.now());
  const [build = 0, verified = 0, read = 0] = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  const speed = (bytes.length / build / 1e6).toFixed(2);
  return [`${(bytes.length / GIB).toFixed(2)} GiB`, inMs(build), speed, inMs(verified), inMs(read)];
}

/** The number of elements, the first and the last, and the string. */
function readEnds(bytes: Uint8Array): readonly unknown[] {
  /* oxlint-disable no-underscore-dangle -- generated code calls these methods by these names */
  const buffer = new ByteBuffer(bytes);
  const root = buffer.readInt32(0);
  const data = root + buffer.__offset(root, 4);
  const count = buffer.__vector64_len(data);
  const start = buffer.__vector64(data);
  const name = buffer.__string(root + buffer.__offset(root, 6));
  return [count, buffer.readUint8(start), buffer.readUint8(start + count - 1), name];
}

/** How long a Uint8Array can be, in bytes: a power of two, or one less. */
function longest(): number {
  let size = GIB;
  while (isPossible(2 * size)) size *= 2;
  return size;
}

function isPossible(size: number): boolean {
  try {
    return new Uint8Array(size).length === size;
  } catch {
    return false;
  }
}
