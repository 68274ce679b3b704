// JSON Schemas against the reference compiler: the same text, or both refuse. ORACLE_RUNS sets how many random schemas
// are tried, ORACLE_SEED which.
import assert from 'node:assert/strict';
import { jsonSchemaGenerator } from '@fb/codegen-jsonschema';
import { parseSchema } from '@fb/idl';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';
import { runVectors, vectorJson, vectorText } from '../src/vectors.js';

interface Vector {
  readonly file: string;
  readonly expect: 'ok' | 'error';
  readonly output?: string;
}

runVectors(
  'jsonschema',
  vectorJson<readonly Vector[]>('jsonschema/index.json'),
  ({ file }) => file,
  (vector) => {
    const ours = jsonSchemaOf(vectorText(`jsonschema/${vector.file}`), vector.file);
    assert.equal(ours === null, vector.expect === 'error');
    if (vector.output !== undefined) assert.equal(ours, vectorText(`jsonschema/${vector.output}`));
  },
);

const numRuns = Number(process.env['ORACLE_RUNS'] ?? 300);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);
const oracle = await flatc();

it('random schemas give what flatc gives', () => {
  let described = 0;
  fc.assert(
    fc.property(schemaText.map(describable), (text) => {
      const { files } = oracle.run(['--jsonschema', 'x.fbs'], { 'x.fbs': text });
      const bytes = files.get('x.schema.json');
      const expected = bytes === undefined ? null : Buffer.from(bytes).toString();
      expect({ text, ours: jsonSchemaOf(text, 'x.fbs') }).toEqual({ text, ours: expected });
      if (expected !== null) described++;
    }),
    { numRuns, seed },
  );
  expect(described).toBeGreaterThan(numRuns / 3);
}, 600_000);

/** The text, `null` if the schema or what it uses is refused. */
function jsonSchemaOf(text: string, path: string): string | null {
  const { schema } = parseSchema(text, { path, strict: true });
  if (schema === null) return null;
  return jsonSchemaGenerator.generate(schema, {}).files[0]?.content ?? null;
}

/** A random schema without what this generator refuses. */
function describable(text: string): string {
  return text
    .replace(/ = (null|"hello"|\[\])/g, '')
    .replace(/\[((?:\w+\.)*Any\d+)\]/g, '$1')
    .replace(/^union (\w+) : \w+/gm, 'union $1')
    .replace(/^ {2}(Text: string|(\w+: )?(\w+\.)*Point\d+( = \d+)?),\n/gm, '');
}
