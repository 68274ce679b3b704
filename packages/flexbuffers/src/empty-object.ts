// Objects that hold foreign keys.

/** An object without a prototype. `Object.create(null)` would make one that engines treat as a slow dictionary. */
export function emptyObject(): Record<string, unknown> {
  return Object.setPrototypeOf({}, null) as Record<string, unknown>;
}
