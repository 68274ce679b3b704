// Where a cursor is in JSON text: the way from the root, and whether a key or a value is expected there.
import { JsonScanner, unquoted } from './json-scanner.js';

/** A key of an object or an index of an array. */
export type Step = string | number;

export interface JsonContext {
  /** The way to what is at the cursor; that of the object around it where a new key is expected. */
  readonly steps: readonly Step[];
  readonly at: 'key' | 'value';
  /** Keys of the object around the cursor, before and behind it, but the one at the cursor. */
  readonly keys: readonly string[];
  /** Values of the keys before that end with `_type`, in each object on the way: tags of unions. */
  readonly tags: readonly ReadonlyMap<string, string>[];
  /** The token that the cursor touches, or the cursor's place twice. */
  readonly from: number;
  readonly to: number;
}

interface Frame {
  readonly isObject: boolean;
  readonly keys: string[];
  readonly tags: Map<string, string>;
  key: string | null;
  index: number;
}

/** The context of a place in the text. Never fails: half-written text has the context of what is there. */
export function contextAt(text: string, offset: number): JsonContext {
  const scanner = new JsonScanner(text);
  const frames: Frame[] = [];
  while (scanner.next() && scanner.start < offset) {
    const frame = frames.at(-1);
    const inside = scanner.end >= offset && (scanner.kind === 'string' || scanner.kind === 'word');
    if (inside) return contextOf(frames, text, offset, scanner.start, scanner.end);
    step(frames, frame, scanner);
  }
  return contextOf(frames, text, offset, offset, offset);
}

/** The path of a place as `@fb/inspect` writes it. */
export function pathAt(text: string, offset: number): string {
  const { steps, at, from, to } = contextAt(text, offset);
  const key = at === 'key' && to > from ? unquotedIfString(text.slice(from, to)) : null;
  return pathOf(key === null ? steps : [...steps, key]);
}

export function pathOf(steps: readonly Step[]): string {
  let path = '';
  for (const each of steps) path += typeof each === 'number' ? `[${each}]` : path === '' ? each : `.${each}`;
  return path;
}

/** Takes one token into account. */
function step(frames: Frame[], frame: Frame | undefined, scanner: JsonScanner): void {
  switch (scanner.kind) {
    case '{':
    case '[':
      frames.push({ isObject: scanner.kind === '{', keys: [], tags: new Map(), key: null, index: 0 });
      return;
    case '}':
    case ']':
      frames.pop();
      return;
    case ',':
      if (frame === undefined) return;
      frame.key = null;
      frame.index++;
      return;
    case 'string':
    case 'word': {
      if (frame === undefined || !frame.isObject) return;
      if (frame.key === null) {
        frame.key = scanner.value;
        frame.keys.push(frame.key);
      } else if (frame.key.endsWith('_type')) frame.tags.set(frame.key, scanner.value);
      return;
    }
    default:
  }
}

function contextOf(
  frames: readonly Frame[],
  text: string,
  offset: number,
  from: number,
  to: number,
): JsonContext {
  const last = frames.at(-1);
  const isKey = last !== undefined && last.isObject && last.key === null;
  const steps: Step[] = [];
  for (const frame of frames) {
    if (frame === last && isKey) break;
    steps.push(frame.isObject ? (frame.key ?? '') : frame.index);
  }
  return {
    steps,
    at: isKey ? 'key' : 'value',
    keys:
      last === undefined || !last.isObject
        ? []
        : [...last.keys, ...(isKey ? keysBehind(text, Math.max(offset, to)) : [])],
    tags: frames.map(({ tags }) => tags),
    from,
    to,
  };
}

/** The keys that follow in the same object. */
function keysBehind(text: string, offset: number): readonly string[] {
  const scanner = new JsonScanner(text);
  scanner.end = offset;
  const keys: string[] = [];
  let depth = 0;
  let last = '';
  while (scanner.next()) {
    if (scanner.kind === '{' || scanner.kind === '[') depth++;
    else if (scanner.kind === '}' || scanner.kind === ']') {
      if (--depth < 0) break;
    } else if (depth === 0 && scanner.kind === ':') keys.push(last);
    else last = scanner.value;
  }
  return keys;
}

function unquotedIfString(raw: string): string {
  return raw.startsWith('"') || raw.startsWith("'") ? unquoted(raw) : raw;
}
