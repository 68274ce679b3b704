// Remembers which sets of keys objects had, so that an object of a known shape costs no sorting and no writing of keys.
import { compareBytes, encodeUtf8 } from '@fb/bytes';
import { FlexType } from './flex-type.js';
import type { SlotWriter } from './slot-writer.js';

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

/** Nodes that are kept; more are forgotten, together with all others, so that keys without end take no memory. */
const MOST_NODES = 20_000;

/** Objects with more keys are dictionaries rather than records: they leave no trace. */
export const MOST_KEYS = 64;

/** The shapes seen so far, and the keys and vectors of keys of the buffer that is being written. */
export class KeyShapes {
  #root: ShapeNode = newNode('', null);
  #nodes = 0;
  #texts: Map<string, KeyText> = new Map();
  #buffer = 0;

  /** A new buffer: no key and no vector of keys is in it yet. */
  begin(): void {
    this.#buffer += 1;
    if (this.#nodes <= MOST_NODES && this.#texts.size <= MOST_NODES) return;
    this.#root = newNode('', null);
    this.#nodes = 0;
    this.#texts = new Map();
  }

  get root(): ShapeNode {
    return this.#root;
  }

  /** The node after `key`. */
  step(node: ShapeNode, key: string): ShapeNode {
    if (node.lastKey === key && node.lastNode !== null) return node.lastNode;
    let next = node.next?.get(key);
    if (next === undefined) {
      next = newNode(key, node);
      this.#nodes += 1;
      if (node.lastNode !== null) {
        node.next ??= new Map([[node.lastNode.key, node.lastNode]]);
        node.next.set(key, next);
      }
    }
    node.lastKey = key;
    node.lastNode = next;
    return next;
  }

  /** The shape of an object with these keys. */
  shapeOf(keys: readonly string[]): Shape {
    const texts = keys.map((key) => this.#textOf(key));
    const order = Int32Array.from(keys.keys()).toSorted((a, b) => compareTexts(texts[a], texts[b]));
    const sorted = order.every((place, i) => place === i);
    return {
      order: sorted ? null : order,
      keys: sorted ? texts : Array.from(order, (place) => texts[place]),
      buffer: 0,
      at: 0,
      width: 0,
    };
  }

  /** Makes sure that the keys of `shape` are in the buffer, as a vector if `shared` for all objects of the shape. */
  write(shape: Shape, writer: SlotWriter, shared: boolean): void {
    if (shared && shape.buffer === this.#buffer) return;
    const first = writer.count;
    for (const key of shape.keys) {
      if (key.buffer !== this.#buffer) {
        key.at = writer.writeKey(key.text);
        key.buffer = this.#buffer;
      }
      writer.push(FlexType.Key, 0, key.at);
    }
    shape.at = writer.writeVector(first, 1, null, shape.keys.length, 'typed', -1, 0);
    shape.width = writer.widthOfVector;
    shape.buffer = this.#buffer;
    writer.count = first;
  }

  #textOf(key: string): KeyText {
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = { text: key, plain: !/[\ud800-\udfff]/.test(key), buffer: 0, at: 0 };
      this.#texts.set(key, text);
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

function newNode(key: string, from: ShapeNode | null): ShapeNode {
  return {
    key,
    from,
    depth: from === null ? 0 : from.depth + 1,
    next: new Map(),
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
