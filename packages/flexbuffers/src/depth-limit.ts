// The option `maxDepth`, which several entry points have.

/** `maxDepth`, by default 64; throws a RangeError unless it is 0 to 1000, which the call stack surely holds. */
export function depthLimit(maxDepth = 64): number {
  if (maxDepth >= 0 && maxDepth <= 1000) return maxDepth;
  throw new RangeError(`maxDepth is 0 to 1000, not ${String(maxDepth)}`);
}
