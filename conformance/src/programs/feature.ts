// What users' programs do with generated code, as data: a schema, a value and steps with it. Each language has an
// emitter that writes the same program from it; the program must run with the reference compiler's code and with ours.

/**
 * A value as the features below write it. Absent fields are left out. Enum values may go by their name; a union's
 * value is `{ $member, $value }`, a nested FlatBuffer `{ $nested }`, the bytes of a FlexBuffer `{ $flexbuffer }`
 * (one integer, whose bytes are {@link flexBytes}).
 */
export type Value =
  null | boolean | number | bigint | string | readonly Value[] | { readonly [name: string]: Value };

/** Overwrites a scalar in place; `stored: false` when the field is not in the buffer, so that nothing can be. */
export interface Mutation {
  /** Names and indices: `pos.x`, `weapons[1].damage`. */
  readonly path: string;
  readonly to: Value;
  readonly stored?: boolean;
}

/** Finds an element of a sorted vector by its key. */
export interface LookUp {
  /** Path of the vector. */
  readonly vector: string;
  readonly key: Value;
  /** The value of a field of the element found, or `null` if there is none with that key. */
  readonly found: { readonly field: string; readonly value: Value } | null;
}

/** A feature of the schema language: a row of the table of features and languages. */
export interface Feature {
  readonly name: string;
  /** Schema text with a root type. Each feature has a namespace of its own. */
  readonly schema: string;
  readonly value: { readonly [name: string]: Value };
  readonly mutations?: readonly Mutation[];
  readonly lookUps?: readonly LookUp[];
  /** Finished with a size in front. */
  readonly sizePrefixed?: boolean;
}

/** The FlexBuffer of one integer of 8 bits: its value, its type with width, the width of the root. */
export function flexBytes(value: number): readonly number[] {
  return [value & 0xff, 1 << 2, 1];
}
