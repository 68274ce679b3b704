import { expect, it } from 'vitest';
import { prepare } from '../../src/measure/contests.js';
import { monster } from '../../src/samples/monster.js';

it('does the same work with both formats', () => {
  const prepared = prepare(monster.state, monster.state.json);
  if ('problem' in prepared) throw new Error(prepared.problem);
  const { runners, flatBuffer, json } = prepared;
  expect([flatBuffer, json]).toEqual([212, expect.any(Number)]);
  const run = (contest: string, format: string): unknown =>
    runners.find((each) => each.contest === contest && each.format === format)?.run();
  expect(run('open', 'FlatBuffer')).toBeNull();
  expect(run('decode', 'FlatBuffer')).toMatchObject({ hp: 300, name: 'Orc' });
  expect(run('decode', 'JSON')).toMatchObject({ hp: 300, name: 'Orc' });
  expect(run('encode', 'FlatBuffer')).toHaveLength(212);
  expect(run('encode', 'JSON')).toHaveLength(json);
});

it('says what is in the way', () => {
  expect(prepare(monster.state, '{ "hp": }')).toEqual({ problem: 'The JSON has errors.' });
  const file = { path: 'a.fbs', text: 'table T {' };
  expect(prepare({ files: [file], entry: 'a.fbs' }, '{}')).toEqual({ problem: 'The schema has errors.' });
});
