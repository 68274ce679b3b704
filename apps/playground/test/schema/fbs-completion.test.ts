import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { BUILTIN_ATTRIBUTES } from '@fb/schema';
import { expect, it } from 'vitest';
import { ATTRIBUTES } from '../../src/schema/attributes.js';
import { fbsCompletion } from '../../src/schema/fbs-completion.js';

/** What is offered at the bar in the text, besides a file `other.fbs`. */
async function offered(text: string): Promise<readonly string[]> {
  const doc = text.replace('|', '');
  const files = [
    { path: 'main.fbs', text: doc },
    { path: 'other.fbs', text: 'table Other {} struct Point { x:int; } attribute "mine";' },
  ];
  const context = new CompletionContext(EditorState.create({ doc }), text.indexOf('|'), true);
  const result = await fbsCompletion('main.fbs', () => files)(context);
  return result?.options.map(({ label }) => label) ?? [];
}

it('offers types behind a colon, those of other files too', async () => {
  const types = await offered('enum E : byte { A, B }\ntable T { a: | }');
  expect(types).toEqual(expect.arrayContaining(['short', 'string', 'E', 'T', 'Other', 'Point']));
  expect(await offered('table T { a:[Po|] }')).toContain('Point');
});

it('offers what may be a root, a member of a union, a default', async () => {
  expect(await offered('table T {}\nstruct S { a:int; }\nroot_type |')).toEqual(['T', 'Other']);
  expect(await offered('table T {}\nunion U { | }')).toEqual(['T', 'Other', 'Point']);
  expect(await offered('enum E : byte { A = 1, B }\ntable T { e:E = | }')).toEqual(['A', 'B', 'null']);
  expect(await offered('table T { b:bool = |; }')).toEqual(['true', 'false', 'null']);
});

it('offers attributes in parentheses, declared ones too', async () => {
  expect(await offered('table T { a:int (|) }')).toEqual(
    expect.arrayContaining(['deprecated', 'id', 'mine']),
  );
  expect(await offered('table T { a:int (id: 1, |) }')).toContain('key');
});

it('offers keywords between declarations, files in includes, and nothing in comments and strings', async () => {
  expect(await offered('table T {}\n|')).toContain('root_type');
  expect(await offered('include "|')).toEqual(['other.fbs']);
  expect(await offered('// a: |')).toEqual([]);
  expect(await offered('/* table T { a: |')).toEqual([]);
  expect(await offered('file_identifier "|')).toEqual([]);
});

it('describes each attribute that the language knows', () => {
  expect(ATTRIBUTES.map(({ name }) => name).toSorted()).toEqual([...BUILTIN_ATTRIBUTES].toSorted());
});
