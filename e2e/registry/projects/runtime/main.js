// Reads and writes a table by hand, with nothing but the runtime.
import { Builder, ByteBuffer, openBuffer } from '@fb/flatbuffers';
import { readFileSync } from 'node:fs';

/** The table `Craft` as far as this program knows it: a name in slot 1, a speed in slot 2. */
const layout = {
  kind: 'table',
  name: 'Craft',
  fields: [
    { name: 'name', slot: 1, type: { kind: 'string' } },
    { name: 'speed', slot: 2, type: { kind: 'scalar', size: 4 } },
  ],
};

function read(buffer) {
  const table = buffer.position() + buffer.readInt32(buffer.position());
  const name = buffer.__offset(table, 6);
  const speed = buffer.__offset(table, 8);
  return [buffer.__string(table + name), speed === 0 ? 2.5 : buffer.readFloat32(table + speed)];
}

const builder = new Builder();
const name = builder.createString('swift');
builder.startObject(3);
builder.addFieldOffset(1, name, 0);
builder.addFieldFloat32(2, 7.5, 2.5);
builder.finish(builder.endObject(), 'SKYC');

const given = openBuffer(readFileSync('craft.bin'), layout, { identifier: 'SKYC' });
console.log(...read(given), ...read(new ByteBuffer(builder.asUint8Array())));
