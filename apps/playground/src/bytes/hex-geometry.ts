// Where bytes are in the hex view, in pixels. Rows are of one height; a buffer of many megabytes would be taller than
// browsers can scroll, so from some height on the scroll bar goes over it in larger steps.

export const ROW = 22;
export const CELL = 24;
/** Between groups of eight bytes. */
const GAP = 8;
const CHARACTER = 8;

/** Taller elements lose pixels in some browsers. */
const TALLEST = 6_000_000;

export interface HexGeometry {
  readonly columns: 8 | 16;
  readonly rows: number;
  /** Width of the addresses before each row. */
  readonly gutter: number;
  /** Hexadecimal digits of an address. */
  readonly digits: number;
  readonly length: number;
}

/** The geometry of `length` bytes in a view of a width. */
export function geometryOf(length: number, width: number): HexGeometry {
  const needed = Math.max(4, Math.max(0, length - 1).toString(16).length);
  const digits = needed + (needed % 2);
  const gutter = digits * CHARACTER + 14;
  const columns = width >= gutter + 16 * CELL + GAP + 16 * CHARACTER + 32 ? 16 : 8;
  return { columns, rows: Math.ceil(length / columns), gutter, digits, length };
}

/** The left edge of a column. */
export function columnX({ gutter }: HexGeometry, column: number): number {
  return gutter + column * CELL + Math.floor(column / 8) * GAP;
}

/** How tall the scrolled element is. */
export function spaceOf({ rows }: HexGeometry): number {
  return Math.min(rows * ROW, TALLEST);
}

/** What a view of `height` shows at a scroll position: the first row, how many, and how far down they start. */
export function visibleRows(
  geometry: HexGeometry,
  scrollTop: number,
  height: number,
): { readonly first: number; readonly count: number; readonly top: number } {
  const { rows } = geometry;
  const fit = Math.ceil(height / ROW) + 1;
  if (rows * ROW <= TALLEST) {
    const first = Math.max(0, Math.min(Math.floor(scrollTop / ROW), rows - 1));
    return { first, count: Math.min(fit, rows - first), top: first * ROW };
  }
  const whole = Math.floor(height / ROW);
  const share = Math.min(1, Math.max(0, scrollTop / Math.max(1, TALLEST - height)));
  const first = Math.round(share * Math.max(0, rows - whole));
  return { first, count: Math.min(fit, rows - first), top: scrollTop };
}

/** The scroll position that has a row at the top. */
export function scrollTopOf(geometry: HexGeometry, row: number, height: number): number {
  const { rows } = geometry;
  if (rows * ROW <= TALLEST) return row * ROW;
  const whole = Math.floor(height / ROW);
  return (row / Math.max(1, rows - whole)) * (TALLEST - height);
}

/** A rectangle in a row, from the top of the first visible row. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The rectangles of bytes `[start, end)` in the visible rows. */
export function boxesOf(
  geometry: HexGeometry,
  { first, count }: { readonly first: number; readonly count: number },
  start: number,
  end: number,
): Box[] {
  const { columns } = geometry;
  const boxes: Box[] = [];
  const from = Math.max(first, Math.floor(start / columns));
  const to = Math.min(first + count - 1, Math.floor((end - 1) / columns));
  for (let row = from; row <= to; row++) {
    const left = Math.max(0, start - row * columns);
    const right = Math.min(columns, end - row * columns) - 1;
    const x = columnX(geometry, left);
    boxes.push({ x, y: (row - first) * ROW, width: columnX(geometry, right) + CELL - x });
  }
  return boxes;
}
