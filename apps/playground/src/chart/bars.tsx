// Numbers as bars, in a table that can be read without seeing them.
import type { ComponentChildren } from 'preact';
import './bars.css';

export interface Bar {
  readonly name: string;
  /** `null` where there is no number: `text` says why. */
  readonly value: number | null;
  readonly text: string;
  /** Beside the text, smaller. */
  readonly note?: string;
  /** Drawn as what others are compared with. */
  readonly plain?: boolean;
}

export interface BarsProps {
  readonly caption: string;
  readonly bars: readonly Bar[];
}

export function Bars({ caption, bars }: BarsProps): ComponentChildren {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), Number.MIN_VALUE);
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <tbody>
        {bars.map(({ name, value, text, note, plain }) => (
          <tr key={name} class={plain === true ? 'plain' : ''}>
            <th scope="row">{name}</th>
            <td>
              <svg class="bar" aria-hidden="true" width="100%" height="12">
                {value !== null && (
                  <rect width={`${Math.max(0.5, (100 * value) / most)}%`} height="12" rx={3} />
                )}
              </svg>
              <span>
                <strong>{text}</strong> {note !== undefined && <small>{note}</small>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
