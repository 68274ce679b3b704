// Where keys move the cursor of the hex view.
import type { HexGeometry } from './hex-geometry.js';

/** The part of a key event that counts. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The byte that a key leads to from the cursor, at the edges clamped; `null` if the key is none of these. */
export function keyTarget(
  { key, ctrlKey, altKey, metaKey }: Key,
  cursor: number | null,
  { columns, length }: HexGeometry,
  pageRows: number,
): number | null {
  if (altKey || metaKey || length === 0) return null;
  const from = cursor ?? 0;
  const target = destination(key, ctrlKey, from, columns, length, pageRows);
  if (target === null) return null;
  // The first key shows the cursor where it is.
  if (cursor === null && key.startsWith('Arrow')) return 0;
  return Math.max(0, Math.min(target, length - 1));
}

function destination(
  key: string,
  ctrl: boolean,
  from: number,
  columns: number,
  length: number,
  pageRows: number,
): number | null {
  const start = from - (from % columns);
  switch (key) {
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowRight':
      return from + 1;
    case 'ArrowUp':
      return from < columns ? from : from - columns;
    case 'ArrowDown':
      return from + columns < length ? from + columns : from;
    case 'PageUp':
      return Math.max(from % columns, from - pageRows * columns);
    case 'PageDown':
      return from + pageRows * columns;
    case 'Home':
      return ctrl ? 0 : start;
    case 'End':
      return ctrl ? length - 1 : start + columns - 1;
    default:
      return null;
  }
}
