// What is wrong with a buffer: the verifier's word, and each damaged region, with a way there.
import type { Region, Verdict } from '@fb/inspect';
import type { ComponentChildren } from 'preact';
import { hex } from './region-details.js';

export interface DamageListProps {
  readonly verdict: Verdict | null;
  readonly damaged: readonly Region[];
  readonly complete: boolean;
  readonly onGo: (at: number) => void;
}

export function DamageList({ verdict, damaged, complete, onGo }: DamageListProps): ComponentChildren {
  if (verdict === null && damaged.length === 0) return null;
  return (
    <div class="damage">
      {verdict !== null && (
        <p class="damage-verdict" role="status">
          <span>
            <strong>Verification failed</strong> {verdict.path !== '' && <code>{verdict.path}</code>}{' '}
            {verdict.message}
          </span>
          <button type="button" class="button" onClick={() => onGo(verdict.offset)}>
            Go to {hex(verdict.offset)}
          </button>
        </p>
      )}
      {damaged.length > 0 && (
        <details>
          <summary>
            {damaged.length === 1 ? '1 place is' : `${damaged.length} places are`} not as expected
            {!complete && '; objects overlap too much to look into all'}
          </summary>
          <ul>
            {damaged.map(({ position, path, name, damage }) => (
              <li key={`${position} ${name}`} class={damage?.severity}>
                <button type="button" onClick={() => onGo(position)}>
                  <code>{hex(position)}</code> {path || name} {damage?.message}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
