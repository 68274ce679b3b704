// Evolution: an older schema beside the document's, the findings between them, and what each makes of the other's bytes.
import type { EditorView } from '@codemirror/view';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { baseSchema, compiled, editFile, entry, files, json, schemaInput } from '../document.js';
import { CodeEditor } from '../editor/code-editor.js';
import { reveal } from '../editor/marks.js';
import { ProblemList } from '../editor/problem-list.js';
import { engine } from '../pipeline.js';
import { fbsLanguage } from '../schema/fbs-language.js';
import type { CompareResult, OldBytesResult, Place, Problem, SchemaInput } from '../worker/protocol.js';
import { Crossing } from './crossing.js';
import { FindingList } from './finding-list.js';
import './evolution.css';

/** Path of the older schema; its includes are the files of the document. */
const BASE_PATH = 'before.fbs';

export function EvolutionTab(): ComponentChildren {
  const [result, setResult] = useState<CompareResult | null>(null);
  const [crossed, setCrossed] = useState<OldBytesResult | null>(null);
  const baseView = useRef<EditorView | null>(null);
  const nextView = useRef<EditorView | null>(null);
  const next = schemaInput.value;
  const text = baseSchema.value;
  const data = json.value;
  const base = useMemo((): SchemaInput => {
    const others = next.files.filter(({ path }) => path !== BASE_PATH);
    return { files: [...others, { path: BASE_PATH, text }], entry: BASE_PATH };
  }, [next, text]);
  useEffect(() => {
    void engine
      .latest('compare', { base, next })
      .then((answer) => answer !== null && setResult(answer.value));
  }, [base, next]);
  useEffect(() => {
    void engine
      .latest('oldBytes', { base, next, json: data })
      .then((answer) => answer !== null && setCrossed(answer.value));
  }, [base, next, data]);

  const findings = result?.findings ?? [];
  const nextProblems = compiled.value?.problems ?? [];
  const baseMarks = useMemo(
    () => marksIn(BASE_PATH, [...(result?.baseProblems ?? []), ...findings]),
    [result],
  );
  const nextMarks = useMemo(
    () => marksIn(next.entry, [...nextProblems, ...findings]),
    [result, compiled.value, next.entry],
  );
  const open = ({ place, related }: Problem): void => {
    for (const each of [...related.map((other) => other.place), ...(place === null ? [] : [place])]) {
      const view =
        each.file === BASE_PATH ? baseView.current : each.file === entry.value ? nextView.current : null;
      if (view !== null) reveal(view, each.start, each.end);
    }
  };
  const broken = result !== null && result.findings === null;
  const errors = [...(result?.baseProblems ?? []), ...nextProblems].filter(
    ({ severity }) => severity === 'error',
  );

  return (
    <div class="evolution">
      <section class="pane evolution-base" aria-label="Older schema">
        <header class="pane-head">
          <h2>Before</h2>
          <span class="spacer" />
          <button
            type="button"
            class="button"
            onClick={() => {
              baseSchema.value = files.value.find(({ path }) => path === entry.value)?.text ?? '';
            }}
          >
            Start from the current
          </button>
        </header>
        <CodeEditor
          label="Older schema"
          text={text}
          onEdit={(changed) => {
            baseSchema.value = changed;
          }}
          extensions={fbsLanguage}
          problems={baseMarks}
          onView={(view) => {
            baseView.current = view;
          }}
        />
      </section>
      <section class="pane evolution-next" aria-label="Newer schema">
        <header class="pane-head">
          <h2>Now</h2>
          <span class="quiet">{entry.value}, the schema of the document</span>
        </header>
        <CodeEditor
          key={entry.value}
          label="Newer schema"
          text={files.value.find(({ path }) => path === entry.value)?.text ?? ''}
          onEdit={(changed) => editFile(entry.value, changed)}
          extensions={fbsLanguage}
          problems={nextMarks}
          onView={(view) => {
            nextView.current = view;
          }}
        />
      </section>
      <section class="pane evolution-findings" aria-label="Findings">
        <header class="pane-head">
          <h2>What changed</h2>
          <span class="quiet">{broken ? '' : summary(findings.length)}</span>
        </header>
        <div class="scrolled">
          {broken ? (
            <ProblemList problems={errors} onOpen={open}>
              One of the schemas has errors.
            </ProblemList>
          ) : (
            result !== null && <FindingList findings={findings} onOpen={open} />
          )}
        </div>
      </section>
      <section class="pane evolution-data" aria-label="Data across versions">
        <header class="pane-head">
          <h2>The current document across versions</h2>
        </header>
        <div class="scrolled">
          {broken || crossed === null ? (
            <p class="quiet">Waits for two schemas without errors.</p>
          ) : (
            <>
              <Crossing title="Old bytes, new code" writer="older" reader="new" reading={crossed.oldData} />
              <Crossing title="New bytes, old code" writer="new" reader="older" reading={crossed.newData} />
            </>
          )}
        </div>
      </section>
    </div>
  );
}

function summary(count: number): string {
  return count === 0 ? 'nothing that anybody notices' : count === 1 ? '1 finding' : `${count} findings`;
}

/** Problems that have a place in a file: their own, or one they are related to. */
function marksIn(file: string, problems: readonly Problem[]): readonly Problem[] {
  const inFile = (place: Place | null): boolean => place?.file === file;
  return problems.flatMap((problem) => {
    if (inFile(problem.place)) return [problem];
    const other = problem.related.find(({ place }) => inFile(place));
    return other === undefined ? [] : [{ ...problem, place: other.place }];
  });
}
