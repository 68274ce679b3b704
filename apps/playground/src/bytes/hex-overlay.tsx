// What lies above the rows: what is pointed at and lit, and the arrow from an offset to what it leads to.
import type { ComponentChildren } from 'preact';
import { boxesOf, CELL, type HexGeometry, ROW } from './hex-geometry.js';

/** Bytes, the end exclusive. */
export type ByteRange = readonly [start: number, end: number];

export interface Arrow {
  readonly from: ByteRange;
  /** The byte it leads to. */
  readonly to: number;
}

export interface HexOverlayProps {
  readonly geometry: HexGeometry;
  readonly visible: { readonly first: number; readonly count: number; readonly top: number };
  /** What another view points at. */
  readonly lit: readonly ByteRange[];
  readonly pointed: ByteRange | null;
  readonly cursor: number | null;
  /** Where verification failed. */
  readonly fault: number | null;
  readonly arrow: Arrow | null;
}

export function HexOverlay(props: HexOverlayProps): ComponentChildren {
  const { geometry, visible, lit, pointed, cursor, fault, arrow } = props;
  const boxes = (range: ByteRange, kind: string): ComponentChildren =>
    boxesOf(geometry, visible, ...range).map(({ x, y, width }) => (
      <rect
        key={`${kind}${x},${y}`}
        class={kind}
        x={x + 0.5}
        y={y + 1.5}
        width={width - 1}
        height={ROW - 3}
        rx={4}
      />
    ));
  return (
    <svg
      class="hex-overlay"
      aria-hidden="true"
      style={{ top: `${visible.top}px`, height: `${visible.count * ROW}px` }}
    >
      {lit.map((range) => boxes(range, 'hex-lit'))}
      {fault !== null && boxes([fault, fault + 1], 'hex-fault')}
      {pointed !== null && boxes(pointed, 'hex-pointed')}
      {cursor !== null && boxes([cursor, cursor + 1], 'hex-cursor')}
      {arrow !== null && <ArrowPath geometry={geometry} visible={visible} arrow={arrow} />}
    </svg>
  );
}

/** A curve from the offset to its target; where that is not to be seen it ends at the edge. */
function ArrowPath({
  geometry,
  visible,
  arrow,
}: Pick<HexOverlayProps, 'geometry' | 'visible'> & { readonly arrow: Arrow }): ComponentChildren {
  const { columns, length } = geometry;
  const [source] = boxesOf(geometry, visible, ...arrow.from);
  if (source === undefined || arrow.to < 0 || arrow.to >= length) return null;
  const [target] = boxesOf(geometry, visible, arrow.to, arrow.to + 1);
  const height = visible.count * ROW;
  const down = arrow.to > arrow.from[0];
  const start = { x: source.x + CELL / 2, y: source.y + (down ? ROW - 2 : 2) };
  const end =
    target === undefined
      ? { x: start.x, y: down ? height - 2 : 2 }
      : { x: target.x + CELL / 2, y: target.y + (down ? 1 : ROW - 1) };
  const sameRow = target !== undefined && target.y === source.y;
  if (sameRow) {
    // Over the row, like a bridge.
    const top = source.y === 0 ? source.y + ROW + 9 : source.y - 9;
    const edge = source.y === 0 ? source.y + ROW - 1 : source.y + 1;
    const path = `M${start.x} ${edge}C${start.x} ${top},${end.x} ${top},${end.x} ${edge}`;
    return <Curve path={path} x={end.x} y={edge} up={source.y === 0} />;
  }
  const reach = Math.max(14, Math.abs(end.y - start.y) * 0.45);
  const sign = down ? 1 : -1;
  const bend = target === undefined ? 0 : columns;
  const path = `M${start.x} ${start.y}C${start.x - bend} ${start.y + sign * reach},${end.x + bend} ${end.y - sign * reach},${end.x} ${end.y}`;
  return <Curve path={path} x={end.x} y={end.y} up={!down} />;
}

function Curve(props: {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly up: boolean;
}): ComponentChildren {
  const { path, x, y, up } = props;
  const back = up ? 7 : -7;
  return (
    <g class="hex-arrow">
      <path class="halo" d={path} />
      <path d={path} />
      <path class="head" d={`M${x} ${y}L${x - 4.5} ${y + back}L${x + 4.5} ${y + back}Z`} />
    </g>
  );
}
