// What a byte is, in words: the field's path, type and value, and where an offset leads.
import type { Region } from '@fb/inspect';
import type { ComponentChildren } from 'preact';
import { kindOf, ROLE_TEXT } from './byte-kinds.js';

export interface RegionDetailsProps {
  /** Regions of one byte: the one that owns it first. */
  readonly regions: readonly Region[];
  /** How long the buffer is. */
  readonly length: number;
  /** Leads to a position; a number of steps back can be made. */
  readonly onFollow: (target: number) => void;
  readonly onBack: (() => void) | null;
}

/** Longest text of a value, in UTF-16 code units. */
const LONGEST = 200;

export function RegionDetails({ regions, length, onFollow, onBack }: RegionDetailsProps): ComponentChildren {
  const [region, ...others] = regions;
  const target = region?.target ?? null;
  return (
    <div class="region-details">
      <div class="region-text" role="status">
        {region === undefined ? (
          <p class="quiet">
            Point at a byte, or move with the arrow keys. Enter follows an offset, Backspace leads back.
          </p>
        ) : (
          <>
            <p class="region-title">
              <span class={`swatch kind-${kindOf(region.role)}`} aria-hidden="true" />
              <strong>{region.path === '' ? 'root' : region.path}</strong> <code>{region.type}</code>{' '}
              <span class="region-value">{valueText(region)}</span>
            </p>
            <p class="quiet">
              {roleText(region)} · {placeText(region)}
            </p>
            {region.damage !== null && (
              <p class={`region-damage ${region.damage.severity}`}>
                {region.damage.severity === 'error' ? 'Damaged' : 'Strange'}: {region.damage.message}
              </p>
            )}
            {others.length > 0 && (
              <p class="quiet">
                Belongs also to{' '}
                {others
                  .slice(0, 3)
                  .map((each) => each.path || each.name)
                  .join(', ')}
                {others.length > 3 && ` and ${others.length - 3} more`}
              </p>
            )}
          </>
        )}
      </div>
      <div class="region-actions">
        {target !== null && target >= 0 && target < length && (
          <button type="button" class="button" onClick={() => onFollow(target)}>
            Follow to {hex(target)}
          </button>
        )}
        {onBack !== null && (
          <button type="button" class="button" onClick={onBack}>
            Back
          </button>
        )}
      </div>
    </div>
  );
}

/** The value as a person writes it. */
export function valueText({ value, label, target, role, count }: Region): string {
  if (role === 'packed-type') return label ?? 'unknown';
  if (target !== null) return `→ ${hex(target)}`;
  const note = label === null ? '' : ` (${label})`;
  if (typeof value === 'string') return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
  if (role === 'elements') return `${count.toLocaleString('en')} elements`;
  if (value === null) return '';
  return `${Object.is(value, -0) ? '-0' : String(value)}${note}`;
}

function roleText({ role, name, path }: Region): string {
  const text = ROLE_TEXT[role];
  // The last step of a path needs no second mention.
  return name === '' || text.includes(name) || path.endsWith(name) ? text : `${text}: ${name}`;
}

function placeText({ position, length }: Region): string {
  return length === 1
    ? `byte ${hex(position)}`
    : `${length.toLocaleString('en')} bytes, ${hex(position)} to ${hex(position + length - 1)}`;
}

/** A position as people write it. */
export function hex(position: number): string {
  return `${position < 0 ? '-' : ''}0x${Math.abs(position).toString(16).padStart(4, '0')}`;
}
