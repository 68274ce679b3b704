// Text of a reference, for callers: the printing itself works on slots, so that a reference can print itself.
import { FlexBytes } from './flex-bytes.js';
import { printSlot, type PrintTextOptions } from './print-text.js';
import type { Reference } from './reference.js';

/**
 * The value as the text that the reference prints with `ToString`, and `flatc` with `quoteStrings`: on one line
 * `{ name: "Fred", vec: [ 1, 2.5 ] }`. Floats have up to 12 decimals and at least one, so that text does not always read
 * back as the same number. Throws a {@link FlexBufferError} if the containers nest too deep, or if shared values make the
 * text many times larger than the buffer, and a TypeError for anything but a reference.
 * @public
 */
export function printText(reference: Reference, options: PrintTextOptions = {}): string {
  // Callers without types give the bytes themselves, which would fail deep inside.
  if (!(reference?.bytes instanceof Uint8Array))
    throw new TypeError('printText takes a Reference: for bytes, printText(getRoot(bytes))');
  return printSlot(new FlexBytes(reference.bytes), reference, options);
}
