// The functions of numbers in schemas and JSON.
import { expect, it } from 'vitest';
import { callConversion, conversionFunctions } from '../src/index.js';

it.each([
  ['rad', 180, '3.14159265359'],
  ['deg', Math.PI, '180.0'],
  ['sin', 0, '0.0'],
  ['sin', 0.523598775598, '0.5'],
  ['cos', 0, '1.0'],
  ['tan', -0.785398163397, '-0.999999999999'],
  ['acos', 2, 'nan'],
  ['deg', 1e21, '57295779513082323140608.0'],
  ['rad', 1e-13, '0.0'],
  ['deg', Infinity, 'inf'],
  ['rad', -Infinity, '-inf'],
])('%s(%d)', (name, argument, text) => {
  expect(callConversion(name, argument)).toBe(text);
});

it('knows no other names', () => {
  expect([...conversionFunctions()]).toHaveLength(8);
  for (const name of ['Sin', 'sqrt', 'constructor', '']) expect(callConversion(name, 1)).toBeNull();
});
