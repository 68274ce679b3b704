// Writes a model of so many megabytes to a file, reads it back, and adds the numbers of one tensor up.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openParameters, writeParameters } from './parameters.js';

const TENSORS = 8;
const megabytes = Number(process.argv[2] ?? 200);
const length = Math.floor((megabytes * 1e6) / 4 / TENSORS);
const tensors = Array.from({ length: TENSORS }, (_, i) => ({
  name: `layer${i}.weight`,
  shape: [length],
  values: new Float32Array(length).fill(i),
}));

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${what.padEnd(24)} ${(performance.now() - start).toFixed(1).padStart(8)} ms`);
  return result;
}

const folder = mkdtempSync(path.join(tmpdir(), 'tensors-'));
try {
  const file = path.join(folder, 'model.bin');
  const written = timed('write to memory', () => writeParameters('example', tensors));
  console.log(`${written.length} bytes, ${TENSORS} tensors of ${length} numbers`);
  timed('write to disk', () => writeFileSync(file, written));
  const bytes = timed('read from disk', () => readFileSync(file));
  const tensor = timed('verify and look up', () => openParameters(bytes).tensor('layer7.weight'));
  if (tensor === null) throw new Error('the tensor was written');
  const { values } = tensor;
  console.log(`a view of the file's bytes: ${values.buffer === bytes.buffer}`);
  console.log(`at a multiple of 64 bytes: ${(values.byteOffset - bytes.byteOffset) % 64 === 0}`);
  const sum = timed('add up', () => values.reduce((total, value) => total + value, 0));
  console.log(`sum ${sum}, as it should be: ${sum === 7 * length}`);
} finally {
  rmSync(folder, { recursive: true });
}
