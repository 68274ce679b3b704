// The options of the chosen generator, as controls.
import type { ComponentChildren } from 'preact';
import { optionsOf, setOption } from './code-state.js';
import type { GeneratorInfo, Option } from './generators.js';

export function CodeOptions({ info }: { readonly info: GeneratorInfo }): ComponentChildren {
  if (info.options.length === 0) return null;
  return (
    <details class="code-options">
      <summary>Options</summary>
      <div>
        {info.options.map((option) => (
          <OptionControl key={`${info.id} ${option.name}`} info={info} option={option} />
        ))}
      </div>
    </details>
  );
}

function OptionControl({
  info,
  option,
}: {
  readonly info: GeneratorInfo;
  readonly option: Option;
}): ComponentChildren {
  const value = optionsOf(info.id)[option.name] ?? option.initial;
  const set = (now: boolean | string): void => setOption(info.id, option.name, now);
  switch (option.kind) {
    case 'switch':
      return (
        <label class="check">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => set(event.currentTarget.checked)}
          />
          {option.label}
        </label>
      );
    case 'choice':
      return (
        <label class="select">
          {option.label}
          <select value={String(value)} onChange={(event) => set(event.currentTarget.value)}>
            {option.choices.map(([choice, label]) => (
              <option key={choice} value={choice}>
                {label}
              </option>
            ))}
          </select>
        </label>
      );
    case 'text':
      return (
        <label class="select">
          {option.label}
          <input
            class="text-field"
            size={14}
            spellcheck={false}
            value={String(value)}
            onInput={(event) => set(event.currentTarget.value)}
          />
        </label>
      );
  }
}
