// The three ways in which @fb/json reads and prints JSON of a schema, which must give the same: an interpreter, code made at run
// time, and a module made ahead of time.
import { decodeUtf8 } from '@fb/bytes';
import {
  generateJsonModule,
  JsonCodec,
  type ParseJsonOptions,
  type ParseJsonResult,
  type PrintJsonOptions,
} from '@fb/json';
import * as runtime from '@fb/json/runtime';
import type { Schema } from '@fb/schema';
import { runTypeScript } from './typescript.js';

/** One way of reading and printing JSON of a schema. */
export interface JsonDelivery {
  parse(source: string | Uint8Array, options?: ParseJsonOptions): ParseJsonResult;
  print(bytes: Uint8Array, options?: PrintJsonOptions): string;
}

/** How a delivery comes about for a schema. */
export type MakeDelivery = (schema: Schema) => JsonDelivery;

/** The three of them, by name. */
export const jsonDeliveries: Readonly<Record<string, MakeDelivery>> = {
  interpreted: (schema) => codecOf(schema, false),
  compiled: (schema) => codecOf(schema, true),
  generated: moduleOf,
};

function codecOf(schema: Schema, compile: boolean): JsonDelivery {
  const codec = new JsonCodec(schema, { compile });
  return {
    parse: (source, options) => codec.parse(source, options),
    print: (bytes, options) => {
      const text = codec.print(bytes, options);
      return decodeUtf8(text, 0, text.length);
    },
  };
}

function moduleOf(schema: Schema): JsonDelivery {
  const module = generateJsonModule(schema);
  // Without a root there is nothing to generate.
  if (module === null) return codecOf(schema, false);
  const [parse = '', print = ''] = module.exports;
  const exported = runTypeScript([{ path: 'codec.ts', content: module.text }], runtime)('codec');
  return { parse: exported[parse], print: exported[print] };
}
