// What the colours mean: of the kinds that are there.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { BYTE_KINDS } from './byte-kinds.js';
import { kindsIn, type RegionMap } from './region-map.js';

export function Legend({ map }: { readonly map: RegionMap | null }): ComponentChildren {
  const codes = useMemo(() => (map === null ? [] : kindsIn(map)), [map]);
  return (
    <ul class="legend" aria-label="What the colours mean">
      {BYTE_KINDS.filter((_, code) => codes.includes(code)).map(({ id, title, about }) => (
        <li key={id} title={about}>
          <span class={`swatch kind-${id}`} aria-hidden="true" />
          {title}
        </li>
      ))}
    </ul>
  );
}
