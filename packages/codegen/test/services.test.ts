import type { Schema, ServiceCall, ServiceDef } from '@fb/schema';
import { expect, it } from 'vitest';
import { servicesOf, streamingOf } from '../src/index.js';

it.each([
  [[], 'none'],
  [[{ name: 'idempotent', value: null }], 'none'],
  [[{ name: 'streaming', value: 'none' }], 'none'],
  [[{ name: 'streaming', value: 'client' }], 'client'],
  [[{ name: 'streaming', value: 'server' }], 'server'],
  [[{ name: 'streaming', value: 'bidi' }], 'bidi'],
])('a call with the attributes %j streams: %s', (attributes, streaming) => {
  expect(streamingOf({ attributes } as unknown as ServiceCall)).toBe(streaming);
});

it('services of included files belong to those files', () => {
  const service = { file: { path: 'part.fbs', includes: [] } } as unknown as ServiceDef;
  const schemaOf = (path: string): Schema =>
    ({ services: [service], mainFile: { path, includes: [] } }) as unknown as Schema;
  expect(servicesOf(schemaOf('part.fbs'), false)).toEqual([service]);
  expect(servicesOf(schemaOf('main.fbs'), false)).toEqual([]);
  expect(servicesOf(schemaOf('main.fbs'), true)).toEqual([service]);
});
