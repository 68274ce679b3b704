// The page: a bar with what concerns the whole document, the inputs, and the views in tabs.
import type { ComponentChildren } from 'preact';
import { bytes, stale } from './document.js';
import { Dialogs } from './layout/dialogs.js';
import { JsonPane } from './json/json-pane.js';
import { FailureNotice } from './layout/failure-notice.js';
import { panelId, TabBar, tabId } from './layout/tab-bar.js';
import { narrow, tab, TABS } from './layout/tabs.js';
import { TopBar } from './layout/top-bar.js';
import { SchemaPane } from './schema/schema-pane.js';

export function App(): ComponentChildren {
  const active = TABS.find(({ id }) => id === tab.value);
  if (active === undefined) return null;
  const View = active.component;
  const inputs = !narrow.value && active.place === 'beside';
  return (
    <>
      <TopBar />
      <FailureNotice />
      <TabBar />
      <main class={inputs ? 'workspace with-inputs' : 'workspace'}>
        {inputs && (
          <div class="inputs">
            <SchemaPane />
            <JsonPane />
          </div>
        )}
        <div
          key={active.id}
          class="view"
          role="tabpanel"
          id={panelId(active)}
          aria-labelledby={tabId(active)}
        >
          {active.id === 'bytes' && stale.value && bytes.value !== null && (
            <p class="notice mild">These are the bytes of the last schema and JSON without errors.</p>
          )}
          <View />
        </div>
      </main>
      <Dialogs />
    </>
  );
}
