// Keys and strings that several offsets lead to, and how wide values are.
import type { ComponentChildren } from 'preact';
import type { FlexFacts } from '../worker/protocol.js';

export interface FlexFactListProps {
  readonly facts: FlexFacts;
  readonly onGo: (at: number) => void;
}

/** Longest text that is shown whole, in UTF-16 code units. */
const LONGEST = 40;

export function FlexFactList({ facts, onGo }: FlexFactListProps): ComponentChildren {
  const { keys, strings, shared, widths } = facts;
  return (
    <>
      {shared.length === 0 ? (
        <p class="quiet">
          No key or string is used twice: {keys} keys, {strings} strings.
        </p>
      ) : (
        <ul class="chips" aria-label="Shared keys and strings">
          {shared.map(({ kind, text, position, uses }) => (
            <li key={position}>
              <button type="button" class="button" onClick={() => onGo(position)}>
                {kind} <code>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</code> ×{uses}
              </button>
            </li>
          ))}
        </ul>
      )}
      <h3>Types and widths</h3>
      <ul class="chips" aria-label="Types and widths">
        {widths.map(([type, count]) => (
          <li key={type} class="chip">
            <code>{type}</code> ×{count}
          </li>
        ))}
      </ul>
      <p class="quiet">
        A value is as wide as its container’s widest: 8, 16, 32 or 64 bits. Behind an offset the width is that
        of what it leads to.
      </p>
    </>
  );
}
