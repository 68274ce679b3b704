// The smallest programs with FlexBuffers, and what they may weigh.
import { bundleSize, type BundleSize } from './bundle.js';

/** A program that encodes a value and reads it back. */
interface FlexWorld {
  readonly name: string;
  readonly text: string;
  /** What its bundle may weigh at most, in bytes after gzip. */
  readonly ceiling: number;
}

/** Programs of which each uses one part. */
export const FLEX_WORLDS: readonly FlexWorld[] = [
  {
    name: 'encode and decode values',
    text: `import { decode, encode } from '@fb/flexbuffers';
      console.log(decode(encode({ hello: ['world', 1, 2.5] })));`,
    ceiling: 9_950,
  },
  {
    name: 'decode values',
    text: `import { decode } from '@fb/flexbuffers';
      console.log(decode(globalThis.bytes));`,
    ceiling: 3_750,
  },
  {
    name: 'read lazily',
    text: `import { getRoot } from '@fb/flexbuffers';
      console.log(getRoot(globalThis.bytes).asMap().get('hello').asString());`,
    ceiling: 6_450,
  },
];

/** The same as the first with npm `flatbuffers`. */
export const NPM_WORLD = `import { encode, toObject } from 'flatbuffers/mjs/flexbuffers.js';
  console.log(toObject(encode({ hello: ['world', 1, 2.5] }).buffer));`;

/** What the bundle of a program weighs. */
export function flexWorldSize(text: string): Promise<BundleSize> {
  return bundleSize({ 'main.ts': text }, 'main.ts');
}
