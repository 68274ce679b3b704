// Inspects a FlexBuffer: walks it from its root, at its end, then accounts for the bytes that are left.
import { verify } from '@fb/flexbuffers';
import { visitFlexBuffer } from './flex/visit-flexbuffer.js';
import type { Inspection } from './inspection.js';
import { tile } from './tile.js';
import { verdictFrom } from './verdict.js';
import { Claims } from './walk/claims.js';

/** Options of {@link inspectFlexBuffer}. @public */
export interface InspectFlexBufferOptions {
  /**
   * How many elements of one vector of numbers get regions of their own; the others share one. Default: 1024. A
   * RangeError if it is negative, NaN or no number.
   */
  readonly maxElements?: number;
}

/** Values are as wide as this at most, so padding is less. */
const WIDEST = 8;

/**
 * Says what every byte of a FlexBuffer is, however damaged it is: damage is told where it lies, and ends only the
 * branch it lies on. Never throws for what the bytes hold; the walk's work is in proportion to the number of bytes.
 *
 * A region's type is what its bytes hold (`int8`, `key`), or what an offset leads to (`map`, `[int]`). A key or string
 * that several offsets lead to is described once, and has the path of the first. The values of maps are on paths of
 * their keys: `weapons[2].name`, `["a name"]`. @public
 */
export function inspectFlexBuffer(bytes: Uint8Array, options: InspectFlexBufferOptions = {}): Inspection {
  const { maxElements = 1024 } = options;
  if (!(maxElements >= 0))
    throw new RangeError(`maxElements is a number from 0 on, not ${String(maxElements)}`);
  const claims = new Claims(bytes, maxElements);
  visitFlexBuffer(claims, 0, bytes.length, '');
  return {
    length: bytes.length,
    sections: tile(bytes, claims.sections, WIDEST),
    verdict: verdictFrom(verify(bytes)),
    complete: claims.complete,
  };
}
