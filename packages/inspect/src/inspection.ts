// What an inspection is: plain data, from which views are made. Sections are the format's objects, regions are the
// smallest pieces that have a meaning of their own.
import type { FlatBufferErrorCode } from '@fb/flatbuffers';
import type { FlexBufferErrorCode } from '@fb/flexbuffers';

/**
 * What an object of the buffer is. A `vector64` is a vector with a 64-bit count. In a FlexBuffer there are `map`,
 * `vector`, `string`, `key`, `blob`, `number` (one behind an offset), and `flexbuffer`: its root, at its end.
 * @public
 */
export type SectionKind =
  | 'header'
  | 'vtable'
  | 'table'
  | 'struct'
  | 'string'
  | 'vector'
  | 'vector64'
  | 'flexbuffer'
  | 'map'
  | 'key'
  | 'blob'
  | 'number'
  | 'padding'
  | 'unknown';

/**
 * What a region's bytes are for:
 *
 * - `size-prefix`, `root-offset`, `identifier`: the header
 * - `vtable-size`, `object-size`, `slot`: a vtable
 * - `vtable-offset`: the first bytes of a table, which lead to its vtable
 * - `value`: a scalar, enum or union tag
 * - `offset`: leads to a string, vector, table or union value
 * - `count`: the number of elements of a vector or bytes of a string
 * - `text`, `terminator`: the characters of a string and the zero byte behind them
 * - `packed-type`, `width`: of a FlexBuffer, the type of a value with the width of what it leads to, and how wide
 *   the keys of a map or the root are
 * - `elements`: several elements of a vector or array in a row
 * - `bytes`: bytes with a meaning that is not looked into
 * - `padding`: fills up to an alignment
 * - `unknown`: nothing known leads here
 * @public
 */
export type RegionRole =
  | 'size-prefix'
  | 'root-offset'
  | 'identifier'
  | 'vtable-size'
  | 'object-size'
  | 'slot'
  | 'vtable-offset'
  | 'value'
  | 'offset'
  | 'count'
  | 'text'
  | 'terminator'
  | 'packed-type'
  | 'width'
  | 'elements'
  | 'bytes'
  | 'padding'
  | 'unknown';

/**
 * What is wrong with a region:
 *
 * - `bounds`: it leads or reaches outside the buffer, or outside its table
 * - `offset`: the offset is 0
 * - `alignment`: the position is not a multiple of what the type asks for
 * - `vtable`: a vtable or a table's size cannot be right
 * - `length`: there are fewer bytes than the count promises
 * - `terminator`, `utf8`: a string does not end with a zero byte, or is not UTF-8
 * - `required`: required fields are absent
 * - `union`: tag and value do not fit each other, or the tag is not one of the union's
 * - `flexbuffer`: the bytes of a FlexBuffer are not one
 * - `identifier`, `size-prefix`: not what the schema, or the size of the buffer, lets expect
 * - `padding`: not zero, or more than alignment needs
 * - `unreferenced`: nothing known leads to these bytes
 * - `overlap`: some of the bytes belong to another region as well
 * @public
 */
export type DamageCode =
  | 'bounds'
  | 'offset'
  | 'alignment'
  | 'vtable'
  | 'length'
  | 'terminator'
  | 'utf8'
  | 'required'
  | 'union'
  | 'flexbuffer'
  | 'identifier'
  | 'size-prefix'
  | 'padding'
  | 'unreferenced'
  | 'overlap';

/** What is wrong with a region, or strange about it. @public */
export interface Damage {
  readonly code: DamageCode;
  /** Readers may fail on an error; a warning is only unusual. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A run of bytes with one meaning. @public */
export interface Region {
  /** From the start of the bytes given, also within nested buffers. */
  readonly position: number;
  /** In bytes, at least 1. */
  readonly length: number;
  readonly role: RegionRole;
  /** As a schema writes it (`short`, `MyGame.Color`, `[Weapon]`); for numbers of the format itself `uint16`, `uoffset32`... */
  readonly type: string;
  /** The field or what else the bytes are, in short. */
  readonly name: string;
  /** The way from the root, such as `weapons[2].name`; in a long way the middle is left out. */
  readonly path: string;
  /** The number, truth or text that the bytes encode; `null` where there is no single one. */
  readonly value: number | bigint | boolean | string | null;
  /** Name of an enum's value, what a packed type of a FlexBuffer says, or of a slot the field's id and absence. */
  readonly label: string | null;
  /** The position that an offset leads to, which may be outside. */
  readonly target: number | null;
  /** How many elements it holds: 1 but for role `elements`. */
  readonly count: number;
  /** Another region has claimed some of its bytes before; the regions without this mark cover the buffer exactly. */
  readonly overlaps: boolean;
  readonly damage: Damage | null;
}

/** An object of the buffer: what one offset leads to, or what lies between such objects. @public */
export interface Section {
  readonly kind: SectionKind;
  readonly position: number;
  /** In bytes. */
  readonly length: number;
  /** Name of the type; of a vtable, of all tables found to share it. */
  readonly name: string;
  /** The first way from the root that leads here. */
  readonly path: string;
  /** In ascending order of position. */
  readonly regions: readonly Region[];
}

/** What the verifier says about the buffer. @public */
export interface Verdict {
  readonly code: FlatBufferErrorCode | FlexBufferErrorCode;
  readonly offset: number;
  readonly path: string;
  readonly message: string;
}

/** What every byte of a buffer is. @public */
export interface Inspection {
  /** Of the buffer, in bytes. */
  readonly length: number;
  /** In ascending order of position. */
  readonly sections: readonly Section[];
  /** Why the verifier rejects the buffer; `null` if it accepts it. */
  readonly verdict: Verdict | null;
  /** False when objects overlap so much that the walk was stopped: some are shown as unknown bytes. */
  readonly complete: boolean;
}
