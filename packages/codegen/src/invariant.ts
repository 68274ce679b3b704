// Our own mistakes: a broken invariant is a bug of this toolchain, never of a user's input.

/** Throws if `condition` does not hold, which only a bug of a generator can cause. @public */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) unreachable(message);
}

/** Throws: the caller's types or checks rule this place out. @public */
export function unreachable(message: string): never {
  throw new Error(`bug in a code generator: ${message}`);
}
