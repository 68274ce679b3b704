// Unions whose tags have more than a byte: what is read is what the layout says, as the verifier sees it.
import { parseSchema } from '@fb/idl';
import { expect, it } from 'vitest';
import { JsonCodec } from '../src/index.js';

const { schema } = parseSchema(`
  table A { x: int; } table B { y: int; }
  union U : ushort { A = 258, B = 772 }
  table T { u: [U]; v: U; }
  root_type T;
`);
const TEXT = '{u_type: ["A","B","A"],u: [{x: 1},{y: 2},{x: 3}],v_type: "B",v: {y: 4}}';

it.each([false, true])('keep their tags, compiled: %s', (compile) => {
  if (schema === null) throw new Error('the schema does not compile');
  const codec = new JsonCodec(schema, { compile });
  const { bytes } = codec.parse(TEXT);
  if (bytes === null) throw new Error('the text is not accepted');
  expect(Buffer.from(codec.print(bytes, { indent: false })).toString()).toBe(TEXT);
  // The vector of tags: three of 16 bits behind their count.
  expect(Buffer.from(bytes).toString('hex')).toContain('03000000020104030201');
});
