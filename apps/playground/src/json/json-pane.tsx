// The data as JSON: bytes follow as one types. Where bytes were dropped, the text follows them until it is edited.
import { autocompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import * as doc from '../document.js';
import { download } from '../code/download.js';
import { CodeEditor } from '../editor/code-editor.js';
import { reveal } from '../editor/marks.js';
import { ProblemList } from '../editor/problem-list.js';
import { OpenButton } from '../open/open-button.js';
import { jsonCompletion } from './json-completion.js';
import { jsonLanguage } from './json-language.js';
import { light, linkToBytes } from './lit-field.js';

const extensions = [
  jsonLanguage,
  autocompletion({ override: [jsonCompletion(() => doc.outline.peek())], icons: false }),
  linkToBytes,
];

export function JsonPane(): ComponentChildren {
  const view = useRef<EditorView | null>(null);
  useEffect(
    () =>
      effect(() => {
        const [over, chosen] = [doc.hovered.value, doc.selected.value];
        const shown = [over, chosen].find((each) => each?.by === 'bytes') ?? null;
        if (view.current !== null) light(view.current, shown, shown !== null && shown === chosen);
      }),
    [],
  );
  const bytes = doc.bytes.value;
  const failure = doc.undecodable.value;
  const name = doc.bytesName.value;
  return (
    <section class="pane" aria-label="JSON">
      <header class="pane-head">
        <h2>JSON</h2>
        {name !== null && <span class="quiet ellipsis">from {name}</span>}
        <span class="spacer" />
        <label class="check" title="Buffers start with their size, as in streams">
          <input
            type="checkbox"
            checked={doc.sizePrefixed.value}
            onChange={(event) => {
              doc.sizePrefixed.value = event.currentTarget.checked;
            }}
          />
          Size prefix
        </label>
        <OpenButton />
      </header>
      {failure !== null && (
        <p class="notice" role="status">
          {name ?? 'The buffer'} cannot be read as JSON: {failure.message}. The text below is what was here
          before.
        </p>
      )}
      <CodeEditor
        label="JSON data"
        text={doc.json.value}
        onEdit={doc.editJson}
        extensions={extensions}
        problems={doc.jsonProblems.value}
        onView={(now) => {
          view.current = now;
        }}
      />
      <ProblemList
        problems={doc.jsonProblems.value}
        onOpen={({ place }) => {
          if (view.current !== null && place !== null) reveal(view.current, place.start, place.end);
        }}
      >
        <span>{summary()}</span>
        {bytes !== null && !doc.stale.value && (
          <button type="button" class="link" onClick={() => download(fileName(), bytes)}>
            Save
          </button>
        )}
      </ProblemList>
    </section>
  );
}

/** As the schema calls its files. */
function fileName(): string {
  const stem = doc.entry.value.replace(/^.*\//, '').replace(/\.fbs$/, '');
  return doc.bytesName.value ?? `${stem}.${doc.outline.value?.fileExtension ?? 'bin'}`;
}

function summary(): string {
  const size = doc.bytes.value?.length.toLocaleString('en');
  if (doc.lead.value === 'bytes') return `Follows ${size} bytes; editing the text makes new ones`;
  if (size === undefined || doc.stale.value)
    return doc.compiled.value?.outline === null ? 'Waits for the schema' : 'Reading…';
  return `Makes ${size} bytes`;
}
