// Remembers which sets of keys objects had, so that an object of a known shape costs no sorting and no writing of keys.
import { compareBytes, encodeUtf8 } from '@fb/bytes';
import { Refusal } from './encode-error.js';
import { sortKeys } from './key-order.js';
import type { SlotWriter } from './slot-writer.js';
import { KEY_TYPE, MAP_TYPE } from './type-codes.js';

/** A key and, in the buffer with number `buffer`, its position. */
interface KeyText {
  readonly text: string;
  /** Whether its UTF-16 code units are in the order of its UTF-8 bytes: without surrogates they are. */
  readonly plain: boolean;
  buffer: number;
  at: number;
}

/** The keys of an object, in the order in which it has them. */
export interface Shape {
  /** Sorted: the place in the object of the first key, of the second, and so on; `null` if the object's order is that. */
  readonly order: Int32Array | null;
  readonly keys: readonly KeyText[];
  /** In the buffer with number `buffer`: where the vector of keys is, and its width. */
  buffer: number;
  at: number;
  width: number;
}

/** Objects with the same first keys share nodes: a trie. The key followed last is tried first. */
export interface ShapeNode {
  /** The key that leads here, and from where; the root has none. */
  readonly key: string;
  readonly from: ShapeNode | null;
  /** How many keys lead here. */
  readonly depth: number;
  /** Only where more than one key follows. */
  next: Map<string, ShapeNode> | null;
  lastKey: string | null;
  lastNode: ShapeNode | null;
  shape: Shape | null;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Nodes that are kept; more are forgotten, together with all others, so that keys without end take no memory. */
const MOST_NODES = 20_000;

/** Objects with more keys are dictionaries rather than records: they leave no trace. */
const MOST_KEYS = 64;

/** The shapes seen so far, and the keys and vectors of keys of the buffer that is being written. */
export class KeyShapes {
  /** The node of no keys. */
  root: ShapeNode = newNode('', null);
  private nodes = 0;
  private texts: Map<string, KeyText> = new Map();
  /** Where in the buffer keys of dictionaries are. */
  private readonly positions: Map<string, number> = new Map();
  /** The number of the buffer that is being written. */
  buffer = 0;

  /** A new buffer: no key and no vector of keys is in it yet. */
  begin(): void {
    this.buffer += 1;
    this.positions.clear();
    if (this.nodes <= MOST_NODES && this.texts.size <= MOST_NODES) return;
    this.root = newNode('', null);
    this.nodes = 0;
    this.texts = new Map();
  }

  /** The node after `key`; `null` if there are too many keys already. */
  step(node: ShapeNode, key: string): ShapeNode | null {
    let next = node.lastKey === key ? node.lastNode : (node.next?.get(key) ?? null);
    if (next === null) {
      if (node.depth === MOST_KEYS) return null;
      next = newNode(key, node);
      this.nodes += 1;
      if (node.lastNode !== null) {
        node.next ??= new Map([[node.lastNode.key, node.lastNode]]);
        node.next.set(key, next);
      }
    }
    node.lastKey = key;
    node.lastNode = next;
    return next;
  }

  /** The shape of objects whose keys lead to `node`. */
  shapeAt(node: ShapeNode): Shape {
    const texts = keysTo(node).map((key) => this.textOf(key));
    const order = Int32Array.from(texts.keys()).toSorted((a, b) => compareTexts(texts[a], texts[b]));
    const keys = Array.from(order, (place) => texts[place]);
    for (let i = 1; i < keys.length; i++) {
      if (compareTexts(keys[i - 1], keys[i]) === 0) refuseSame(keys[i].text);
    }
    const sorted = order.every((place, i) => place === i);
    node.shape = { order: sorted ? null : order, keys, buffer: 0, at: 0, width: 0 };
    return node.shape;
  }

  /** Writes the vector of keys of `shape`, and those of the keys that are not in the buffer yet. */
  write(shape: Shape, writer: SlotWriter): void {
    const first = writer.count;
    for (const key of shape.keys) {
      if (key.buffer !== this.buffer) {
        key.at = writer.writeKey(key.text);
        key.buffer = this.buffer;
      }
      writer.push(KEY_TYPE << 2, key.at);
    }
    shape.at = writer.writeVector(first, 1, null, shape.keys.length, 'typed', -1, 0);
    shape.width = writer.widthOfVector;
    shape.buffer = this.buffer;
    writer.count = first;
  }

  /** Writes the values from the slot `first` on as a map with these keys, which no other map is expected to have. */
  writeDictionary(keys: readonly string[], first: number, writer: SlotWriter): void {
    const { length } = keys;
    const firstKey = writer.count;
    for (const key of keys) {
      let at = this.positions.get(key);
      if (at === undefined) {
        if (key.includes('\0')) refuseNul(key);
        at = writer.writeKey(key);
        this.positions.set(key, at);
      }
      writer.push(KEY_TYPE << 2, at);
    }
    const { order, hasDuplicates } = sortKeys(writer.bytes, writer.ints, firstKey, 1, length);
    if (hasDuplicates) refuseSame(keys.find((key) => SURROGATE.test(key)) ?? '');
    const keysAt = writer.writeVector(firstKey, 1, order, length, 'typed', -1, 0);
    const at = writer.writeVector(first, 1, order, length, 'untyped', keysAt, writer.widthOfVector);
    writer.count = first;
    writer.push((MAP_TYPE << 2) | writer.widthOfVector, at);
  }

  private textOf(key: string): KeyText {
    let text = this.texts.get(key);
    if (text === undefined) {
      if (key.includes('\0')) refuseNul(key);
      text = { text: key, plain: !SURROGATE.test(key), buffer: 0, at: 0 };
      this.texts.set(key, text);
    }
    return text;
  }
}

/** The keys on the way to `node`. */
export function keysTo(node: ShapeNode): string[] {
  const keys: string[] = [];
  for (let n = node; n.from !== null; n = n.from) keys.push(n.key);
  return keys.toReversed();
}

function refuseNul(key: string): never {
  throw new Refusal('key', `the key ${JSON.stringify(key)} has a NUL, which would end it`);
}

function refuseSame(key: string): never {
  throw new Refusal('key', `another key is the same as ${JSON.stringify(key)} in UTF-8`);
}

function newNode(key: string, from: ShapeNode | null): ShapeNode {
  return {
    key,
    from,
    depth: from === null ? 0 : from.depth + 1,
    next: null,
    lastKey: null,
    lastNode: null,
    shape: null,
  };
}

function compareTexts(a: KeyText, b: KeyText): number {
  if (a.plain && b.plain) return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
  const x = encodeUtf8(a.text);
  const y = encodeUtf8(b.text);
  return compareBytes(x, 0, x.length, y, 0, y.length);
}
