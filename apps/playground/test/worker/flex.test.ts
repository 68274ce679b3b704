import { parseFlexJson } from '@fb/json';
import { expect, it } from 'vitest';
import { monster } from '../../src/samples/monster.js';
import { flexFacts } from '../../src/worker/flex-facts.js';
import { flexSizes } from '../../src/worker/flex-sizes.js';
import { inspectFlex } from '../../src/worker/inspections.js';

function flexOf(json: string): Uint8Array<ArrayBuffer> {
  const { bytes } = parseFlexJson(json);
  if (bytes === null) throw new Error('no bytes');
  return new Uint8Array(bytes);
}

it('finds keys and strings that are stored once and used often', () => {
  const bytes = flexOf('[{ "name": "a" }, { "name": "b" }, { "name": "a" }]');
  const facts = flexFacts(inspectFlex({ bytes }));
  expect(facts?.shared[0]).toMatchObject({ kind: 'key', text: 'name', uses: 3 });
  expect(facts?.widths).toContainEqual(['map, 8-bit', 3]);
  expect(flexFacts({ inspection: -1 })).toBeNull();
});

it('compares sizes of the same value', async () => {
  const json = '{"hp":300,"name":"Orc"}';
  const sizes = await flexSizes({ bytes: flexOf(json), json, schema: monster.state });
  // By the specification of MessagePack: a map of 2, "hp", uint16, "name", "Orc".
  expect(sizes).toMatchObject({ json: json.length, messagePack: 1 + 3 + 3 + 5 + 4, misfit: null });
  expect(sizes.flatBuffer).toBeGreaterThan(0);
});

it('says why there is no FlatBuffer, and counts integers of any size', async () => {
  const json = '{"other":9223372036854775807}';
  const sizes = await flexSizes({ bytes: flexOf(json), json, schema: monster.state });
  expect(sizes).toMatchObject({ json: json.length, flatBuffer: null });
  expect(sizes.misfit).toContain('other');
});
