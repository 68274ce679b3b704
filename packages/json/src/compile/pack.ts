// Plain data, with cycles, as text and back: how a generated module carries the plan of its schema. Knows objects, arrays,
// maps, byte and integer arrays, and primitive values with bigints; never runs anything it reads.

/** Objects with the same keys share one list of them. */
type Node = readonly unknown[];

interface Packed {
  readonly shapes: readonly (readonly string[])[];
  /** Each value once, the root first; others are named by their position. */
  readonly nodes: readonly Node[];
}

/** The text of a value. */
export function pack(root: unknown): string {
  const numbers = new Map<unknown, number>();
  const queue: unknown[] = [];
  const shapes = new Map<string, number>();
  const nodes: Node[] = [];
  const numberOf = (value: unknown): number => {
    // 0 and -0 are one key of a map.
    const key = Object.is(value, -0) ? '-0: not a value of a plan' : value;
    let number = numbers.get(key);
    if (number === undefined) {
      number = queue.push(value) - 1;
      numbers.set(key, number);
    }
    return number;
  };
  const nodeOf = (value: unknown): Node => {
    if (typeof value === 'bigint') return ['big', String(value)];
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? ['is', value]
        : ['number', Object.is(value, -0) ? '-0' : String(value)];
    }
    if (typeof value !== 'object' || value === null) return ['is', value];
    if (value instanceof Uint8Array) return ['bytes', ...value];
    if (value instanceof Int32Array) return ['ints', ...value];
    if (Array.isArray(value)) return ['array', ...value.map(numberOf)];
    if (value instanceof Map) return ['map', ...[...value].flat().map(numberOf)];
    const keys = Object.keys(value).join();
    const shape = shapes.get(keys) ?? shapes.size;
    shapes.set(keys, shape);
    return [shape, ...Object.values(value).map(numberOf)];
  };
  numberOf(root);
  // The queue grows while it is worked on: no recursion, whatever the depth.
  for (const value of queue) nodes.push(nodeOf(value));
  const packed: Packed = { shapes: [...shapes.keys()].map((keys) => keys.split(',')), nodes };
  return JSON.stringify(packed);
}

/** The value of a text that {@link pack} made. */
export function unpack(text: string): unknown {
  const { shapes, nodes } = JSON.parse(text) as Packed;
  const values = nodes.map(emptyValue);
  for (const [i, [kind, ...parts]] of nodes.entries()) {
    const target = values[i];
    const part = (at: number): unknown => values[Number(parts[at])];
    if (Array.isArray(target)) for (let k = 0; k < parts.length; k++) target.push(part(k));
    else if (target instanceof Map)
      for (let k = 0; k < parts.length; k += 2) target.set(part(k), part(k + 1));
    else if (typeof kind === 'number') {
      const keys = shapes[kind] ?? [];
      for (let k = 0; k < keys.length; k++) (target as Record<string, unknown>)[keys[k]] = part(k);
    }
  }
  return values[0];
}

/** The value of a node, without what it refers to. */
function emptyValue([kind, ...parts]: Node): unknown {
  switch (kind) {
    case 'big':
      return BigInt(String(parts[0]));
    case 'number':
      return Number(parts[0]);
    case 'is':
      return parts[0];
    case 'bytes':
      return Uint8Array.from(parts, Number);
    case 'ints':
      return Int32Array.from(parts, Number);
    case 'array':
      return [];
    case 'map':
      return new Map();
    default:
      return {};
  }
}
