// Strings for generated decoders.
import { decodeUtf8 } from '@fb/bytes';
import type { Decoder } from './decoder.js';

/** The string that the offset at `at` leads to. For generated code. @public */
export function decodeString(decoder: Decoder, at: number): string {
  const start = decoder.follow(at);
  const length = decoder.count(start, 1);
  return decodeUtf8(decoder.bytes, start + 4, start + 4 + length);
}

/** The vector of strings that the offset at `at` leads to. For generated code. @public */
export function decodeStringVector(decoder: Decoder, at: number): string[] {
  let element = decoder.follow(at);
  const count = decoder.count(element, 4);
  const texts: string[] = [];
  for (let i = 0; i < count; i++) {
    element += 4;
    texts.push(decodeString(decoder, element));
  }
  return texts;
}
