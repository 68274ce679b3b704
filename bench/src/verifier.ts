// How fast is a buffer verified? In GB/s, which depends on what the message is made of; beside the C++ verifier where
// one can be compiled. Time is work of the processor: two
// processes would not wait alike.
import os from 'node:os';
import { createVerifier } from '@fb/flatbuffers';
import { tableLayout, type TableDef } from '@fb/schema';
import { median, printTable, work } from './measure.js';
import { nativeVerifier } from './native-verifier.js';
import { referenceCompiler } from './reference.js';
import { VERIFIER_SCHEMA, verifierMessages, verifierSchema } from './verifier-messages.js';

const WARM_UP = 15;
const ROUNDS = 21;
/** What a round of a message takes here, about, in ms. */
const ROUND = 10;

const reference = await referenceCompiler();
const native = nativeVerifier(VERIFIER_SCHEMA, reference);
console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}`);
console.log(
  typeof native === 'string' ? `no C++ verifier: ${native}\n` : `C++ by ${reference.name}, g++ -O3\n`,
);
try {
  const schema = verifierSchema();
  const verify = createVerifier(tableLayout(schema.root as TableDef));
  const cases = verifierMessages(schema).map((message) => ({ ...message, runs: 1, here: [] as number[] }));
  const time = (bytes: Uint8Array, runs: number): number =>
    work(() => {
      const error = verify(bytes);
      if (error !== null) throw error;
    }, runs);
  // Every message is met before any is measured: the verifier is compiled for all of them, as in a server.
  for (let round = 0; round < WARM_UP; round++) {
    for (const each of cases)
      each.runs = Math.ceil((ROUND * 1e6) / Math.max(1, time(each.bytes, round === 0 ? 100 : each.runs)));
  }
  const there: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const each of cases) each.here.push(time(each.bytes, each.runs));
    if (typeof native !== 'string') there.push(native.run(cases));
  }
  printTable(
    ['message', 'bytes', 'a run', 'GB/s', 'C++ GB/s', 'of C++'],
    cases.map(({ name, bytes, here }, i) => {
      const own = median(here);
      const peer = median(there.map((round) => round[i] ?? NaN));
      const gigabytes = (nanoseconds: number): string => speed(bytes.length / nanoseconds);
      const ratio = there.length === 0 ? ['', ''] : [gigabytes(peer), `${(peer / own).toFixed(2)}x`];
      return [name, String(bytes.length), `${(own / 1000).toFixed(2)} us`, gigabytes(own), ...ratio];
    }),
  );
} finally {
  reference.close();
  if (typeof native !== 'string') native.close();
}

/** GB/s, where a message of blocks takes no time to speak of. */
function speed(value: number): string {
  return value > 100 ? 'over 100' : value.toFixed(2);
}
