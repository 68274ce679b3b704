// A row of the hex view. It is drawn anew only if its bytes or their regions changed: what is pointed at lies above it.
import { Component, type ComponentChildren } from 'preact';
import { BYTE_KINDS } from './byte-kinds.js';
import { columnX, type HexGeometry } from './hex-geometry.js';
import { damageAt, kindAt, regionIndex, type RegionMap } from './region-map.js';

export interface HexRowProps {
  /** Begins the ids of the cells. */
  readonly view: string;
  readonly bytes: Uint8Array;
  readonly map: RegionMap | null;
  readonly row: number;
  readonly geometry: HexGeometry;
}

/** Between bytes and text. */
const TEXT_GAP = 4;

export class HexRow extends Component<HexRowProps> {
  override shouldComponentUpdate(next: HexRowProps): boolean {
    const { bytes, map, row, geometry } = this.props;
    return bytes !== next.bytes || map !== next.map || row !== next.row || geometry !== next.geometry;
  }

  override render({ view, bytes, map, row, geometry }: HexRowProps): ComponentChildren {
    const { columns, digits } = geometry;
    const start = row * columns;
    const end = Math.min(start + columns, bytes.length);
    const cells: ComponentChildren[] = [];
    let text = '';
    let region = map === null ? -1 : regionIndex(map, start);
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (map !== null && (map.starts[region + 1] ?? Infinity) <= at) region++;
      cells.push(
        <span
          key={at}
          role="gridcell"
          id={cellId(view, at)}
          data-at={at}
          class={classOf(map, region, at, at - start === 8)}
        >
          {byte.toString(16).padStart(2, '0')}
        </span>,
      );
      text += byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : '·';
    }
    return (
      <div role="row" class="hex-row" aria-rowindex={row + 1}>
        <span role="rowheader" class="hex-address" style={{ width: `${geometry.gutter}px` }}>
          {start.toString(16).padStart(digits, '0')}
        </span>
        {cells}
        <span role="gridcell" class="hex-text" style={{ left: `${columnX(geometry, columns) + TEXT_GAP}px` }}>
          {text}
        </span>
      </div>
    );
  }
}

/** The id of a byte's cell, for `aria-activedescendant`. */
export function cellId(view: string, at: number): string {
  return `${view}-${at}`;
}

function classOf(map: RegionMap | null, region: number, at: number, newGroup: boolean): string {
  const group = newGroup ? ' group' : '';
  if (map === null || region < 0) return `hex-byte${group}`;
  const kind = BYTE_KINDS[kindAt(map, region)]?.id ?? 'unknown';
  const damage = damageAt(map, region);
  const first = map.starts[region] === at ? ' first' : '';
  const last = map.starts[region + 1] === at + 1 ? ' last' : '';
  return `hex-byte${group} kind-${kind}${first}${last}${damage === null ? '' : ` has-${damage}`}`;
}
