// Problems below an editor: what is wrong, and what to do about it. A click leads to the place.
import type { ComponentChildren } from 'preact';
import type { Problem } from '../worker/protocol.js';

export interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onOpen?: (problem: Problem) => void;
  /** Said where there is no problem. */
  readonly children?: ComponentChildren;
}

/** More than anybody reads at once. */
const SHOWN = 50;

export function ProblemList({ problems, onOpen, children }: ProblemListProps): ComponentChildren {
  return (
    <div class="problems" role="status">
      {problems.length === 0 ? (
        <p class="quiet">{children}</p>
      ) : (
        <ul>
          {problems.slice(0, SHOWN).map((problem) => (
            <li class={problem.severity}>
              <button type="button" onClick={() => onOpen?.(problem)}>
                {problem.place !== null && (
                  <span class="place">
                    {problem.place.file}:{problem.place.line}:{problem.place.column}
                  </span>
                )}
                <span class="message">{problem.message}</span>
                {problem.hint !== null && <span class="hint">{problem.hint}</span>}
              </button>
            </li>
          ))}
          {problems.length > SHOWN && <li class="quiet">and {problems.length - SHOWN} more</li>}
        </ul>
      )}
    </div>
  );
}
