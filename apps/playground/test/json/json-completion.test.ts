import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { loadSchema, memoryHost } from '@fb/idl';
import { expect, it } from 'vitest';
import { jsonCompletion } from '../../src/json/json-completion.js';
import { monster } from '../../src/samples/monster.js';
import { unions } from '../../src/samples/unions.js';
import type { Sample } from '../../src/samples/sample.js';
import { outlineOf } from '../../src/worker/outline.js';

/** What is offered at the bar in the text. */
async function offered({ state }: Sample, text: string): Promise<readonly string[]> {
  const files = Object.fromEntries(state.files.map((file) => [file.path, file.text]));
  const { schema } = loadSchema(state.entry, memoryHost(files));
  if (schema === null) throw new Error('no schema');
  const outline = outlineOf(schema);
  const pos = text.indexOf('|');
  const editor = EditorState.create({ doc: text.replace('|', '') });
  const result = await jsonCompletion(() => outline)(new CompletionContext(editor, pos, true));
  return result?.options.map(({ label }) => label) ?? [];
}

it('offers the fields of the object at the cursor that are not there yet', async () => {
  expect(await offered(monster, '{ "hp": 1, | }')).toEqual([
    'pos',
    'mana',
    'name',
    'friendly',
    'inventory',
    'color',
    'weapons',
    'equipped_type',
    'equipped',
    'path',
  ]);
  expect(await offered(monster, '{ "weapons": [{ "n|" }] }')).toEqual(['name', 'damage']);
  expect(await offered(monster, '{ "pos": { "x": 1, |')).toEqual(['y', 'z']);
});

it('offers the names of enums and union members', async () => {
  expect(await offered(monster, '{ "color": "|" }')).toEqual(['Red', 'Green', 'Blue']);
  expect(await offered(monster, '{ "equipped_type": | }')).toContain('Weapon');
  expect(await offered(unions, '{ "shapes_type": ["|"] }')).toContain('Shapes_Box');
});

it('knows the fields of a union by its tag', async () => {
  expect(await offered(monster, '{ "equipped_type": "Weapon", "equipped": { | } }')).toEqual([
    'name',
    'damage',
  ]);
  expect(await offered(unions, '{ "selected_type": "Shapes_Box", "selected": { | } }')).toEqual([
    'left',
    'top',
    'width',
    'height',
  ]);
});

it('offers nothing for numbers and text, and for objects that no type is known of', async () => {
  expect(await offered(monster, '{ "hp": | }')).toEqual([]);
  expect(await offered(monster, '{ "nonsense": { | } }')).toEqual([]);
});
