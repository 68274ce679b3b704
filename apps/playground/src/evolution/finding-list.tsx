// The findings between two schemas: what changed, and whom it hurts. A click leads to the place.
import type { ComponentChildren } from 'preact';
import type { EvolutionFinding } from '../worker/protocol.js';

export interface FindingListProps {
  readonly findings: readonly EvolutionFinding[];
  readonly onOpen: (finding: EvolutionFinding) => void;
}

const BREAKS = {
  'old data': 'old data',
  'new data': 'old code',
  source: 'source code',
} as const;

export function FindingList({ findings, onOpen }: FindingListProps): ComponentChildren {
  if (findings.length === 0)
    return (
      <p class="all-well" role="status">
        Old data reads with the new schema, new data with the old one, and no code has to change.
      </p>
    );
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.subject} ${finding.message}`} class={finding.severity}>
          <button type="button" onClick={() => onOpen(finding)}>
            <span class="finding-message">{finding.message}</span>
            {finding.hint !== null && <span class="hint">{finding.hint}</span>}
            <span class="finding-tags">
              {finding.place !== null && (
                <span class="place">
                  {finding.place.file}:{finding.place.line}
                </span>
              )}
              {finding.breaks.map((each) => (
                <span key={each} class="tag">
                  breaks {BREAKS[each]}
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
