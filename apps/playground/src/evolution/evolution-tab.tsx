// Evolution: the document's schema against an older one.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { baseSchema, schemaInput } from '../document.js';
import { CodeEditor } from '../editor/code-editor.js';
import { ProblemList } from '../editor/problem-list.js';
import { engine } from '../pipeline.js';
import { fbsLanguage } from '../schema/fbs-language.js';
import type { CompareResult } from '../worker/protocol.js';

/** Path of the older schema; its includes are the files of the document. */
const BASE_PATH = 'before.fbs';

export function EvolutionTab(): ComponentChildren {
  const [result, setResult] = useState<CompareResult | null>(null);
  const next = schemaInput.value;
  const text = baseSchema.value;
  useEffect(() => {
    const others = next.files.filter(({ path }) => path !== BASE_PATH);
    const base = { files: [...others, { path: BASE_PATH, text }], entry: BASE_PATH };
    void engine
      .latest('compare', { base, next })
      .then((answer) => answer !== null && setResult(answer.value));
  }, [next, text]);
  return (
    <section class="pane" aria-label="Evolution">
      <CodeEditor
        label="Older schema"
        text={text}
        onEdit={(changed) => {
          baseSchema.value = changed;
        }}
        extensions={fbsLanguage}
      />
      <ProblemList problems={result?.findings ?? result?.baseProblems ?? []}>
        Old data reads with the new schema, and new data with the old one.
      </ProblemList>
    </section>
  );
}
