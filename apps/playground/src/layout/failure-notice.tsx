// The notice of a failure of the worker, read out as it appears, until somebody closes it.
import type { ComponentChildren } from 'preact';
import { failure } from './failure.js';

export function FailureNotice(): ComponentChildren {
  return (
    <div role="alert">
      {failure.value !== null && (
        <p class="notice failure">
          <span>{failure.value}</span>
          <button
            type="button"
            class="button"
            onClick={() => {
              failure.value = null;
            }}
          >
            Close
          </button>
        </p>
      )}
    </div>
  );
}
