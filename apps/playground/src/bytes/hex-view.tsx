// The hex view: rows of bytes, of which only those that are to be seen exist; a cursor that keys move; and above the
// rows what is pointed at. It knows bytes and regions, not what document they belong to.
import type { Region } from '@fb/inspect';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { geometryOf, ROW, scrollTopOf, spaceOf, visibleRows } from './hex-geometry.js';
import { type ByteRange, HexOverlay } from './hex-overlay.js';
import { cellId, HexRow } from './hex-row.js';
import { keyTarget } from './hex-keys.js';
import { RegionDetails } from './region-details.js';
import type { RegionMap } from './region-map.js';
import './bytes.css';

/** What points at a byte. */
export type Pointer = 'cursor' | 'mouse';

export interface HexViewProps {
  /** What the bytes are, for those who cannot see them; begins ids, too. */
  readonly label: string;
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly map: RegionMap | null;
  /**
   * The regions of a byte, the one that owns it first; `null` if a newer question of the same pointer came, or nothing
   * is known.
   */
  readonly regionsAt: (at: number, pointer: Pointer) => Promise<readonly Region[] | null>;
  /** What another view points at. */
  readonly lit: readonly ByteRange[];
  /** Where verification failed. */
  readonly fault: number | null;
  /** The view goes to a byte whenever this is another object. */
  readonly goTo: { readonly at: number; readonly select: boolean } | null;
  /** The mouse is over a region, or over none. */
  readonly onHover?: (region: Region | null) => void;
  /** A region was chosen. */
  readonly onSelect?: (region: Region) => void;
}

interface Pointed {
  readonly at: number;
  readonly regions: readonly Region[];
}

export function HexView(props: HexViewProps): ComponentChildren {
  const { label, id, bytes, map, regionsAt, lit, fault, goTo, onHover, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [scrollTop, setScrollTop] = useState(0);
  // Another object for each move, even to the byte where it was: what is there is asked then.
  const [cursorAt, setCursor] = useState<{ readonly at: number } | null>(null);
  const cursor = cursorAt?.at ?? null;
  const [chosen, setChosen] = useState<Pointed | null>(null);
  const [over, setOver] = useState<Pointed | null>(null);
  const [trail, setTrail] = useState<readonly number[]>([]);
  // The byte under the mouse: answers about others come too late.
  const underMouse = useRef(-1);
  // Whether what the cursor is on is chosen as soon as it is known.
  const selects = useRef(false);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { length } = bytes;
  const geometry = useMemo(() => geometryOf(length, size.width), [length, size.width]);
  const visible = visibleRows(geometry, scrollTop, size.height);

  const scrollTo = (at: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const row = Math.floor(at / geometry.columns);
    const whole = Math.max(1, Math.floor(size.height / ROW));
    if (row >= visible.first && row < visible.first + whole - 1) return;
    const step = row < visible.first ? 1 : whole - 2;
    const near = Math.abs(row - visible.first) <= 2 * whole;
    element.scrollTop = scrollTopOf(geometry, Math.max(0, row - (near ? step : whole >> 1)), size.height);
    setScrollTop(element.scrollTop);
  };

  const moveTo = (at: number, andSelect: boolean): void => {
    const place = Math.max(0, Math.min(at, length - 1));
    selects.current = andSelect;
    setCursor({ at: place });
    setOver(null);
    scrollTo(place);
  };

  // What the cursor is on, asked anew where the bytes changed below it.
  useEffect(() => {
    if (cursor === null || cursor >= length) {
      selects.current = false;
      setCursor(null);
      setChosen(null);
      return undefined;
    }
    let stale = false;
    void regionsAt(cursor, 'cursor').then((regions) => {
      if (stale || regions === null) return;
      setChosen({ at: cursor, regions });
      const [region] = regions;
      if (selects.current && region !== undefined) onSelect?.(region);
      selects.current = false;
    });
    return () => {
      stale = true;
    };
  }, [cursorAt, map]);

  useEffect(() => {
    if (goTo === null || goTo.at >= length || size.height === 0) return;
    if (goTo.select) moveTo(goTo.at, false);
    else scrollTo(goTo.at);
  }, [goTo, size.height > 0]);

  const select = (at: number): void => moveTo(at, true);

  const follow = (target: number): void => {
    if (cursor !== null) setTrail([...trail.slice(-99), cursor]);
    select(target);
    scroller.current?.focus();
  };

  const back = (): void => {
    const last = trail.at(-1);
    if (last === undefined) return;
    setTrail(trail.slice(0, -1));
    select(Math.min(last, length - 1));
    scroller.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const here = cursor ?? 0;
    if (event.key === 'Enter') {
      const target = chosen?.regions[0]?.target ?? -1;
      if (target >= 0 && target < length) follow(target);
    } else if (event.key === 'Backspace' || (event.key === 'ArrowLeft' && event.altKey)) back();
    else {
      const rows = Math.max(1, Math.floor(size.height / ROW) - 1);
      const target = keyTarget(event, cursor === null ? null : here, geometry, rows);
      if (target === null) return;
      select(target);
    }
    event.preventDefault();
  };

  const hover = (at: number): void => {
    if (at === underMouse.current) return;
    underMouse.current = at;
    if (at < 0) {
      setOver(null);
      onHover?.(null);
      return;
    }
    void regionsAt(at, 'mouse').then((regions) => {
      if (regions === null || underMouse.current !== at) return;
      setOver({ at, regions });
      onHover?.(regions[0] ?? null);
    });
  };

  const shown = over ?? chosen;
  const region = shown?.regions[0];
  const rows: ComponentChildren[] = [];
  for (let row = visible.first; row < visible.first + visible.count; row++)
    rows.push(<HexRow key={row} view={id} bytes={bytes} map={map} row={row} geometry={geometry} />);
  return (
    <div class="hex-view">
      <div
        ref={scroller}
        class="hex-scroll"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={geometry.rows}
        aria-activedescendant={cursor === null ? undefined : cellId(id, cursor)}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        onMouseMove={(event) => hover(byteOf(event.target))}
        onMouseLeave={() => hover(-1)}
        onClick={(event) => {
          const at = byteOf(event.target);
          if (at >= 0) select(at);
        }}
      >
        <div class="hex-space" role="presentation" style={{ height: `${spaceOf(geometry)}px` }}>
          <div class="hex-rows" role="rowgroup" style={{ top: `${visible.top}px` }}>
            {rows}
          </div>
          <HexOverlay
            geometry={geometry}
            visible={visible}
            lit={lit}
            pointed={region === undefined ? null : [region.position, region.position + region.length]}
            cursor={cursor}
            fault={fault}
            arrow={
              region === undefined || region.target === null
                ? null
                : { from: [region.position, region.position + region.length], to: region.target }
            }
          />
        </div>
      </div>
      <RegionDetails
        regions={shown?.regions ?? []}
        length={length}
        onFollow={follow}
        onBack={trail.length === 0 ? null : back}
      />
    </div>
  );
}

/** The byte whose cell an event is about; -1 if it is none. */
function byteOf(target: EventTarget | null): number {
  const at = target instanceof HTMLElement ? target.dataset['at'] : undefined;
  return at === undefined ? -1 : Number(at);
}
