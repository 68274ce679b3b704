// The module for JSON that is made ahead of time passes a user's compiler, at its strictest, and so do those who use it.
import { parseSchema } from '@fb/idl';
import { generateJsonModule } from '@fb/json';
import { expect, it } from 'vitest';
import { typeErrors } from '../src/typescript.js';
import { vectorText } from '../src/vectors.js';

const USER = `
import { parseMJson, printMJson, printMJsonBytes } from './m-json.js';
const { bytes, diagnostics } = parseMJson('{}', { strict: true });
export const texts: (string | undefined)[] = diagnostics.map(({ message }) => message);
if (bytes !== null) texts.push(printMJson(bytes, { precise: true }), String(printMJsonBytes(bytes).length));
`;

it('the generated module is typed', { timeout: 60_000 }, () => {
  const { schema } = parseSchema('table M { name:string; hp:short; } root_type M;');
  const module = schema && generateJsonModule(schema);
  const files = [
    { path: 'm-json.ts', content: module?.text ?? '' },
    { path: 'user.ts', content: USER },
  ];
  expect(typeErrors(files)).toEqual([]);
  const wrong = USER.replace("'{}'", '5');
  expect(
    typeErrors([files[0] ?? { path: '', content: '' }, { path: 'user.ts', content: wrong }]),
  ).toHaveLength(1);
});

it('there is none without a root type', () => {
  const { schema } = parseSchema(vectorText('json/schemas/scalars.fbs').replace(/root_type.*/, ''));
  expect(schema && generateJsonModule(schema)).toBeNull();
});
