// The schema: an editor of the active file, and what the compiler says about it.
import type { ComponentChildren } from 'preact';
import { CodeEditor } from '../editor/code-editor.js';
import { ProblemList } from '../editor/problem-list.js';
import { activeFile, compiled, editFile, files } from '../document.js';
import { fbsLanguage } from './fbs-language.js';

export function SchemaPane(): ComponentChildren {
  const path = activeFile.value;
  const file = files.value.find((each) => each.path === path);
  if (file === undefined) return null;
  return (
    <section class="pane" aria-label="Schema">
      <header class="pane-head">
        <h2>Schema</h2>
        <span class="quiet">{path}</span>
      </header>
      <CodeEditor
        label={`Schema file ${path}`}
        text={file.text}
        onEdit={(text) => editFile(path, text)}
        extensions={fbsLanguage}
      />
      <ProblemList problems={compiled.value?.problems ?? []}>
        {compiled.value === null ? 'Compiling' : 'The schema compiles.'}
      </ProblemList>
    </section>
  );
}
