// A buffer that is filled from its start and grows by doubling. The owner writes through `bytes` and `view` itself.
import { dataViewOf } from './data-view.js';
import { MAX_BUFFER_SIZE, growForward } from './grow.js';
import type { OwnBytes } from './own-bytes.js';

/**
 * A growable buffer, filled from the start. Call {@link ForwardBuffer.reserve} for room, then write there through
 * `bytes` or `view`; both are replaced when the buffer grows, so do not keep them over a `reserve`.
 * Memory is not zeroed again after {@link ForwardBuffer.clear}.
 * @public
 */
export class ForwardBuffer {
  bytes: OwnBytes;
  view: DataView;
  /** How many bytes are in use. */
  length = 0;
  readonly #limit: number;

  /** `capacity` is what there is room for at once, `limit` what there may ever be, both in bytes. */
  constructor(capacity = 1024, limit: number = MAX_BUFFER_SIZE) {
    this.bytes = new Uint8Array(Math.min(capacity, limit));
    this.view = dataViewOf(this.bytes);
    this.#limit = limit;
  }

  /** Adds `size` bytes to the used part and returns where they start. Throws a {@link CapacityError} beyond the limit. */
  reserve(size: number): number {
    const at = this.length;
    if (at + size > this.bytes.length) this.#grow(size);
    this.length = at + size;
    return at;
  }

  /** Forgets the content and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  /** The used part, as a view: later writes show in it. */
  used(): OwnBytes {
    return this.bytes.subarray(0, this.length);
  }

  #grow(size: number): void {
    this.bytes = growForward(this.bytes, this.length, size, this.#limit);
    this.view = dataViewOf(this.bytes);
  }
}
