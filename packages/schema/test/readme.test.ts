import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { field, schema, setFields, table } from './model-kit.js';
import { binarySchema, breaksOldData, describeRoot, isBuffer, typeNames } from './readme-example.js';

it('the example of the README is this one, and does what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);

  const monster = setFields(table('Monster'), [field(0, 'hp', { kind: 'scalar', scalar: 'short' })]);
  const model = schema({ objects: [monster], root: monster });
  expect(describeRoot(model)).toEqual(['0 hp: scalar']);
  expect(isBuffer(model, Uint8Array.of(8, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0))).toBe(true);
  expect(isBuffer(model, Uint8Array.of(9, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0))).toBe(false);
  expect(typeNames(binarySchema(model))).toEqual(['Monster']);
  expect(breaksOldData(model, schema({ objects: [table('Monster')] }))).toEqual([
    'Monster.hp: EVO-FIELD-REMOVED',
  ]);
  expect(() => typeNames(Uint8Array.of(1, 2, 3))).toThrow('byte');
});
