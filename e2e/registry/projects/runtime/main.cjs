// The same module by `require`.
const { Builder, ByteBuffer, verify } = require('@fb/flatbuffers');
const { readFileSync } = require('node:fs');

const bytes = readFileSync('craft.bin');
const layout = {
  kind: 'table',
  name: 'Craft',
  fields: [{ name: 'name', slot: 1, type: { kind: 'string' } }],
};
const buffer = new ByteBuffer(bytes);
const table = buffer.readInt32(0);
const name = buffer.__string(table + buffer.__offset(table, 6));
console.log(verify(bytes, layout), verify(bytes.subarray(0, 40), layout).code, name, typeof Builder);
