// The tabs themselves, by the habits of the keyboard: arrows move between them, Tab leaves them.
import type { ComponentChildren } from 'preact';
import { narrow, tab, TABS, type Tab } from './tabs.js';

export function TabBar(): ComponentChildren {
  const shown = TABS.filter(({ place }) => narrow.value || place !== 'input');
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const now = shown.findIndex(({ id }) => id === tab.value);
    const at = Number.isFinite(step)
      ? (now + step + shown.length) % shown.length
      : step < 0
        ? 0
        : shown.length - 1;
    const next = shown[at];
    if (next === undefined) return;
    tab.value = next.id;
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div class="tab-bar" role="tablist" aria-label="Views" onKeyDown={move}>
      {shown.map((each) => (
        <button
          key={each.id}
          type="button"
          role="tab"
          id={tabId(each)}
          aria-selected={each.id === tab.value}
          aria-controls={panelId(each)}
          tabIndex={each.id === tab.value ? 0 : -1}
          onClick={() => {
            tab.value = each.id;
          }}
        >
          {each.title}
        </button>
      ))}
    </div>
  );
}

export const tabId = ({ id }: Pick<Tab, 'id'>): string => `tab-${id}`;
export const panelId = ({ id }: Pick<Tab, 'id'>): string => `panel-${id}`;
