// The data as JSON: bytes follow as one types.
import type { ComponentChildren } from 'preact';
import { CodeEditor } from '../editor/code-editor.js';
import { ProblemList } from '../editor/problem-list.js';
import { bytes, editJson, json, jsonProblems, undecodable } from '../document.js';
import { jsonLanguage } from './json-language.js';

export function JsonPane(): ComponentChildren {
  const failure = undecodable.value;
  return (
    <section class="pane" aria-label="JSON">
      <header class="pane-head">
        <h2>JSON</h2>
      </header>
      <CodeEditor label="JSON data" text={json.value} onEdit={editJson} extensions={jsonLanguage} />
      {failure === null ? (
        <ProblemList problems={jsonProblems.value}>
          {bytes.value === null ? 'No bytes yet' : `${bytes.value.length} bytes`}
        </ProblemList>
      ) : (
        <p class="notice">These bytes have no JSON: {failure.message}</p>
      )}
    </section>
  );
}
