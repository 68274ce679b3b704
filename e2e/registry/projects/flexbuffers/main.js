// Reads what the reference compiler wrote, and writes the same.
import { decode, encode, getRoot, verify } from '@fb/flexbuffers';
import { toObject } from '@fb/flexbuffers/compat';

const bytes = Uint8Array.from(Buffer.from(process.argv[2], 'hex'));
const again = encode(decode(bytes));
console.log(
  verify(bytes),
  getRoot(bytes).toString(),
  Buffer.from(again).toString('hex'),
  toObject(bytes.buffer),
);
