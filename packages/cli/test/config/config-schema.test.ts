// What editors are told about config files is what flatc accepts.
import { TextSource } from '@fb/diagnostics';
import { Ajv } from 'ajv';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CONFIG_OPTIONS, GENERATORS } from '../../src/config/config-options.js';
import { readConfig } from '../../src/config/read-config.js';
import { OPTIONS } from '../../src/options.js';
import { configSchema } from './config-schema.js';

const file = new URL('../../flatc.config.schema.json', import.meta.url);
const ajv = new Ajv({ strict: false });
const valid = ajv.compile(JSON.parse(configSchema()) as object);

/** Whether flatc reads the config without a complaint about its form. */
function accepted(config: unknown): boolean {
  const { diagnostics } = readConfig(
    new TextSource('flatc.config.json', JSON.stringify(config)),
    (name) => name,
  );
  return diagnostics.every(({ code }) => code.startsWith('CLI-'));
}

it('is made of the table of options: record it anew with -u', async () => {
  await expect(configSchema()).toMatchFileSnapshot(fileURLToPath(file));
});

it('offers each option of the command line that is about outputs', () => {
  const names = CONFIG_OPTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  // Those that it does not offer: what a run does, what other properties say, and other work than outputs of schemas.
  const missing = OPTIONS.filter(({ deprecated, effect }) => deprecated === null && 'setting' in effect)
    .map(({ names: spellings }) => (spellings[0] ?? '').replace(/^--/, ''))
    .filter((name) => !names.includes(name));
  expect(missing.toSorted()).toEqual(
    [
      '-I -M -o annotate annotate-sparse-vectors config cs-gen-json-serializer dry-run file-names-only github-diagnostics',
      'json-diagnostics keep-proto-id no-grpc-callback-api no-grpc-python-typed-handlers no-grpc-use-system-headers no-python-gen-numpy oneof-union',
      'plugin plugin-opt proto proto-id-gap proto-namespace-suffix quiet',
    ]
      .join(' ')
      .split(' '),
  );
});

describe('accepts and refuses what flatc does:', () => {
  const ts = { generator: 'ts' };
  const inputs = ['a.fbs'];
  const values = [true, 'text', 'none', ['text'], [], 7, null, {}];

  it.each(CONFIG_OPTIONS.map(({ name }) => name))('the option %s', (name) => {
    for (const value of values) {
      const options = { [name]: value };
      const configs = [
        { inputs, options, outputs: [ts] },
        ...[...GENERATORS.keys()].map((generator) => ({ inputs, outputs: [{ generator, options }] })),
        { inputs, outputs: [{ plugin: './p.js', options }] },
      ];
      for (const config of configs) expect([config, accepted(config)]).toEqual([config, valid(config)]);
    }
    // Each is accepted with some value, at least for all outputs.
    const some = OPTIONS.find(({ names }) => names.includes(`--${name}`))?.choices ?? [];
    expect(
      [...values, ...some].some((value) => valid({ inputs, options: { [name]: value }, outputs: [ts] })),
    ).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing but outputs of their own files', { outputs: [{ ...ts, inputs }] }],
    [
      'everything',
      { $schema: 'x', inputs, includePaths: ['i'], options: {}, outputs: [{ ...ts, folder: 'o' }] },
    ],
    ['a plugin', { inputs, outputs: [{ plugin: 'p', pluginOptions: { a: 'x', b: 1, c: true } }] }],
    ['no object', []],
    ['no outputs', { inputs }],
    ['an empty list of outputs', { inputs, outputs: [] }],
    ['an empty list of inputs', { inputs: [], outputs: [ts] }],
    ['inputs that are no list', { inputs: 'a.fbs', outputs: [ts] }],
    ['an input that is no string', { inputs: [1], outputs: [ts] }],
    ['an unknown property', { inputs, output: [], outputs: [ts] }],
    ['an unknown property of an output', { inputs, outputs: [{ ...ts, out: 'x' }] }],
    ['an unknown generator', { inputs, outputs: [{ generator: 'tsx' }] }],
    ['neither generator nor plugin', { inputs, outputs: [{ folder: 'x' }] }],
    ['both', { inputs, outputs: [{ ...ts, plugin: './p.js' }] }],
    ['options of a plugin without one', { inputs, outputs: [{ ...ts, pluginOptions: {} }] }],
    ['a list as an option of a plugin', { inputs, outputs: [{ plugin: 'p', pluginOptions: { a: [] } }] }],
    ['an unknown option', { inputs, options: { '--ts': true }, outputs: [ts] }],
    ['a folder that is no string', { inputs, outputs: [{ ...ts, folder: null }] }],
    ['include paths that are no list', { inputs, includePaths: 'i', outputs: [ts] }],
  ])('%s', (_what, config) => {
    expect(accepted(config)).toBe(valid(config));
  });
});
