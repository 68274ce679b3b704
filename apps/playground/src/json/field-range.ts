// Where a field of a path is in JSON text: from its key to the end of its value.
import { isAtOrBelow } from './field-path.js';
import { pathOf } from './json-context.js';
import { JsonScanner } from './json-scanner.js';

interface Frame {
  readonly isObject: boolean;
  /** The path of the container, or `null` if nothing wanted is inside. */
  readonly path: string | null;
  /** Where its own key starts, if it is what is looked for. */
  readonly found: number | null;
  key: string | null;
  keyStart: number;
  index: number;
}

export interface FieldRange {
  readonly from: number;
  readonly to: number;
  /** The path that was found: the one asked for, or the nearest one above it. */
  readonly path: string;
}

/** Finds a field, or the deepest one above it that is in the text; `null` if there is none. */
export function fieldRange(text: string, path: string): FieldRange | null {
  const scanner = new JsonScanner(text);
  const frames: Frame[] = [];
  let best: FieldRange | null = null;
  const keep = (from: number, to: number, found: string): void => {
    if (best === null || found.length >= best.path.length) best = { from, to, path: found };
  };
  while (scanner.next()) {
    const frame = frames.at(-1);
    const { kind, start, end } = scanner;
    if (kind === '}' || kind === ']') {
      const closed = frames.pop();
      if (closed?.path !== undefined && closed.path !== null && closed.found !== null)
        keep(closed.found, end, closed.path);
    } else if (kind === ',') {
      if (frame === undefined) continue;
      frame.key = null;
      frame.index++;
    } else if (kind === ':') continue;
    else if (frame?.isObject === true && frame.key === null && kind !== '{' && kind !== '[') {
      frame.key = scanner.value;
      frame.keyStart = start;
    } else {
      const own = frame === undefined ? '' : childPath(frame);
      const onWay = own !== null && isAtOrBelow(path, own);
      const from = frame?.isObject === true ? frame.keyStart : start;
      if (kind === '{' || kind === '[')
        frames.push({
          isObject: kind === '{',
          path: onWay ? own : null,
          found: onWay && own !== '' ? from : null,
          key: null,
          keyStart: 0,
          index: 0,
        });
      else if (onWay && own !== '') keep(from, end, own);
    }
  }
  return best;
}

function childPath({ path, isObject, key, index }: Frame): string | null {
  if (path === null) return null;
  const child = pathOf([isObject ? (key ?? '') : index]);
  return isObject && path !== '' ? `${path}.${child}` : path + child;
}
