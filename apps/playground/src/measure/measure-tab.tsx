// Measure: the document encoded and decoded here and now, as a FlatBuffer and as JSON. Honest labels: what was run, how
// often, in which browser, and that a schema is interpreted where others would run generated code.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Bar, Bars } from '../chart/bars.js';
import { bytes, json, schemaInput } from '../document.js';
import { browserName } from './browser-name.js';
import { CONTESTS } from './contest-titles.js';
import type { Measured, MeasureMessage, MeasureRequest } from './measure-worker.js';
import './measure.css';

interface Run {
  readonly running: boolean;
  readonly total: number;
  readonly results: readonly Measured[];
  readonly sizes: { readonly flatBuffer: number; readonly json: number } | null;
  readonly problem: string | null;
  /** The document that was measured. */
  readonly text: string;
}

export function MeasureTab(): ComponentChildren {
  const [run, setRun] = useState<Run | null>(null);
  const worker = useRef<Worker | null>(null);

  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
    setRun((last) => (last === null ? null : { ...last, running: false }));
  };
  useEffect(() => () => worker.current?.terminate(), []);

  const start = (): void => {
    worker.current?.terminate();
    const text = json.value;
    setRun({ running: true, total: 0, results: [], sizes: null, problem: null, text });
    const own = new Worker(new URL('./measure-worker.ts', import.meta.url), {
      type: 'module',
      name: 'measure',
    });
    worker.current = own;
    own.addEventListener('message', ({ data }: MessageEvent<MeasureMessage>) => {
      if (worker.current !== own) return;
      setRun((last) => (last === null ? null : after(last, data)));
      if (data.kind === 'done' || data.kind === 'problem') {
        own.terminate();
        worker.current = null;
      }
    });
    own.postMessage({ schema: schemaInput.value, json: text } satisfies MeasureRequest);
  };

  const none = bytes.value === null;
  return (
    <section class="pane" aria-label="Measure">
      <header class="pane-head">
        <h2>Measure</h2>
        <span class="quiet" role="status">
          {run?.running === true && `${run.results.length} of ${run.total || '…'} measured`}
        </span>
        <span class="spacer" />
        {run?.running === true ? (
          <button type="button" class="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" class="button primary" disabled={none} onClick={start}>
            {run === null ? 'Measure this document' : 'Measure again'}
          </button>
        )}
      </header>
      <div class="measure-results">
        {none && <p class="quiet">There is nothing to measure while the schema or the JSON has an error.</p>}
        {run === null && !none && (
          <p>
            Times how long this browser takes to encode, decode and open the current document, as a FlatBuffer
            and as JSON. It takes about three seconds, in a worker of its own.
          </p>
        )}
        {run?.problem != null && <p class="notice">{run.problem}</p>}
        {run !== null && run.text !== json.value && (
          <p class="quiet">The document has changed since this was measured.</p>
        )}
        {run?.sizes != null && <Sizes {...run.sizes} />}
        {run !== null && run.results.length > 0 && <Results results={run.results} />}
      </div>
    </section>
  );
}

function after(run: Run, message: MeasureMessage): Run {
  switch (message.kind) {
    case 'ready':
      return { ...run, total: message.total, sizes: message };
    case 'measured':
      return { ...run, results: [...run.results, message.measured] };
    case 'problem':
      return { ...run, running: false, problem: message.problem };
    case 'done':
      return { ...run, running: false };
  }
}

function Sizes({
  flatBuffer,
  json: text,
}: {
  readonly flatBuffer: number;
  readonly json: number;
}): ComponentChildren {
  return (
    <Bars
      caption="Size"
      bars={[sizeBar('FlatBuffer', flatBuffer, ''), sizeBar('JSON', text, 'strict, without spaces')]}
    />
  );
}

function sizeBar(name: string, value: number, note: string): Bar {
  return { name, value, text: `${value.toLocaleString('en')} bytes`, note, plain: name === 'JSON' };
}

function Results({ results }: { readonly results: readonly Measured[] }): ComponentChildren {
  return (
    <>
      {CONTESTS.map(({ id, title, about }) => {
        const own = results.filter(({ contest }) => contest === id);
        if (own.length === 0) return null;
        return (
          <div key={id} class="contest">
            <Bars
              caption={title}
              bars={own.map(({ format, median, low, high }) => ({
                name: format,
                value: median,
                text: time(median),
                note: `${time(low)} to ${time(high)}`,
                plain: format === 'JSON',
              }))}
            />
            <p class="quiet">
              {about} {own.map(({ format, call }) => `${format}: ${call}`).join('; ')}.
            </p>
          </div>
        );
      })}
      <div class="quiet labels">
        <p>
          Shorter is faster. Each bar is the median of {results[0]?.batches ?? 0} batches of{' '}
          {Math.min(...results.map(({ runsPerBatch }) => runsPerBatch)).toLocaleString('en')} to{' '}
          {Math.max(...results.map(({ runsPerBatch }) => runsPerBatch)).toLocaleString('en')} runs after a
          warm-up; beside it the middle half of the batches.
        </p>
        <p>
          Measured in {browserName(navigator.userAgent)} on this machine, with whatever else it does. The
          FlatBuffer side interprets the schema, as this page may not run generated code; generated code is
          faster. JSON is the browser’s own native code.
        </p>
      </div>
    </>
  );
}

/** Microseconds in words. */
function time(microseconds: number): string {
  if (microseconds < 1) return `${Math.round(microseconds * 1000)} ns`;
  if (microseconds < 1000) return `${microseconds.toPrecision(3)} µs`;
  return `${(microseconds / 1000).toPrecision(3)} ms`;
}
