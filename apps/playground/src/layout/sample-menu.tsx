// The menu of samples: choosing one replaces the document.
import type { ComponentChildren } from 'preact';
import { SAMPLES } from '../samples/samples.js';
import { openState } from '../share/state.js';
import { announce } from './announcement.js';
import { tab } from './tabs.js';

export function SampleMenu(): ComponentChildren {
  return (
    <label class="select">
      <select
        aria-label="Start from a sample"
        value=""
        onChange={(event) => {
          const sample = SAMPLES.find(({ id }) => id === event.currentTarget.value);
          event.currentTarget.value = '';
          if (sample === undefined) return;
          openState(sample.state);
          if (sample.tab !== undefined) tab.value = sample.tab;
          announce(`${sample.name}: ${sample.about}`);
        }}
      >
        <option value="" disabled>
          Samples
        </option>
        {SAMPLES.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
