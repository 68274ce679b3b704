// What the colours mean.
import type { ComponentChildren } from 'preact';
import { BYTE_KINDS, type ByteKind } from './byte-kinds.js';

export function Legend({ kinds }: { readonly kinds: readonly ByteKind['id'][] }): ComponentChildren {
  return (
    <ul class="legend" aria-label="What the colours mean">
      {BYTE_KINDS.filter(({ id }) => kinds.includes(id)).map(({ id, title, about }) => (
        <li key={id} title={about}>
          <span class={`swatch kind-${id}`} aria-hidden="true" />
          {title}
        </li>
      ))}
    </ul>
  );
}
