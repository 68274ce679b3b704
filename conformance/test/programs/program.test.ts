// The features themselves: each resolves, and its value as JSON gives the same buffer here and in the reference compiler.
import assert from 'node:assert/strict';
import { parseJson } from '@fb/json';
import { beforeAll, describe, it } from 'vitest';
import { flatc, type Oracle } from '../../src/oracle.js';
import { FEATURES } from '../../src/programs/features.js';
import { jsonOf } from '../../src/programs/json.js';
import { programOf } from '../../src/programs/program.js';

/** Features whose JSON the reference compiler does not take: it has tags of one byte (docs/deviations.md). */
const REFUSED: ReadonlySet<string> = new Set(['union underlying types']);

describe('features of the programs', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await flatc();
  });

  for (const feature of FEATURES) {
    it(`${feature.name}`, () => {
      const program = programOf(feature);
      assert.ok(program.checks.length > 0);
      const json = jsonOf(program);
      const sizePrefixed = feature.sizePrefixed ?? false;
      const { bytes, diagnostics } = parseJson(program.schema, json, { sizePrefixed });
      assert.ok(bytes !== null, diagnostics.map(({ message }) => message).join('\n'));
      const flags = sizePrefixed ? ['--size-prefixed'] : [];
      const run = oracle.run(['-b', ...flags, 's.fbs', 'value.json'], {
        's.fbs': feature.schema,
        'value.json': json,
      });
      if (REFUSED.has(feature.name)) {
        assert.equal(run.status, 1);
        return;
      }
      assert.equal(run.status, 0, run.stdout + run.stderr);
      const written = run.files.get('value.bin');
      assert.ok(written !== undefined);
      assert.equal(Buffer.from(bytes).toString('hex'), Buffer.from(written).toString('hex'));
    });
  }
});
