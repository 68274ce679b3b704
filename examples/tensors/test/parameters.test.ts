import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openParameters, writeParameters } from '../src/parameters.js';

const tensors = Array.from({ length: 20 }, (_, i) => ({
  name: `layer${i}`,
  shape: [3 * i + 1],
  values: Float32Array.from({ length: 3 * i + 1 }, (_value, at) => at / 2 - i),
}));

it('finds each tensor as an aligned view of the bytes', () => {
  const bytes = writeParameters('small', tensors);
  const parameters = openParameters(bytes);
  for (const tensor of tensors) {
    const found = parameters.tensor(tensor.name);
    expect(found).toEqual(tensor);
    expect(found?.values.buffer).toBe(bytes.buffer);
    expect((found?.values.byteOffset ?? 1) % 64).toBe(0);
  }
  expect(parameters.tensor('layer20')).toBeNull();
});

it('runs as a program', () => {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '2'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.match(/: true$/gm)).toHaveLength(3);
});
