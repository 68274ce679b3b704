// FlexBuffers: a value without a schema, its bytes by their roles, what they share, and their size beside other formats.
import type { Region } from '@fb/inspect';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { DamageList } from '../bytes/damage-list.js';
import { HexView, type Pointer } from '../bytes/hex-view.js';
import { Legend } from '../bytes/legend.js';
import { flexJson, json as documentJson, schemaInput } from '../document.js';
import { CodeEditor } from '../editor/code-editor.js';
import { ProblemList } from '../editor/problem-list.js';
import { jsonLanguage } from '../json/json-language.js';
import { engine } from '../pipeline.js';
import type { EncodeResult, FlexFacts, FlexSizes, InspectionSummary } from '../worker/protocol.js';
import { FlexFactList } from './flex-fact-list.js';
import { FlexSizeChart } from './flex-size-chart.js';
import './flex.css';

interface Shown {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly summary: InspectionSummary;
  readonly facts: FlexFacts | null;
}

const NOTHING_LIT: readonly [] = [];

export function FlexTab(): ComponentChildren {
  const [encoded, setEncoded] = useState<EncodeResult | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [sizes, setSizes] = useState<FlexSizes | null>(null);
  const [goTo, setGoTo] = useState<{ readonly at: number; readonly select: boolean } | null>(null);
  const json = flexJson.value;
  const schema = schemaInput.value;
  useEffect(() => {
    void engine.latest('encodeFlex', { json }).then((answer) => answer !== null && setEncoded(answer.value));
  }, [json]);
  const bytes = encoded?.bytes ?? null;
  useEffect(() => {
    if (bytes === null) return;
    void engine.latest('inspectFlex', { bytes }).then(async (answer) => {
      if (answer === null) return;
      const summary = answer.value;
      const facts = await engine.latest('flexFacts', { inspection: summary.inspection });
      setShown({ bytes, summary, facts: facts?.value ?? null });
    });
  }, [bytes]);
  useEffect(() => {
    if (bytes === null) return;
    void engine
      .latest('flexSizes', { bytes, json, schema })
      .then((answer) => answer !== null && setSizes(answer.value));
  }, [bytes, schema]);
  const inspection = shown?.summary.inspection;
  const regionsAt = useCallback(
    async (at: number, pointer: Pointer): Promise<readonly Region[] | null> => {
      if (inspection === undefined) return null;
      const answer = await engine.latest(
        'regions',
        { inspection, from: at, to: at + 1 },
        `flex byte at ${pointer}`,
      );
      return answer?.value ?? null;
    },
    [inspection],
  );
  const problems = useMemo(() => encoded?.problems ?? [], [encoded]);
  return (
    <div class="flex-tab">
      <section class="pane flex-value" aria-label="Value">
        <header class="pane-head">
          <h2>Value</h2>
          <span class="quiet">any JSON, no schema</span>
          <span class="spacer" />
          <button
            type="button"
            class="button"
            onClick={() => {
              flexJson.value = documentJson.value;
            }}
          >
            Take the document’s JSON
          </button>
        </header>
        <CodeEditor
          label="Value as JSON"
          text={json}
          onEdit={(text) => {
            flexJson.value = text;
          }}
          extensions={jsonLanguage}
          problems={problems}
        />
        <ProblemList problems={problems}>
          {bytes === null ? '' : `${bytes.length.toLocaleString('en')} bytes as a FlexBuffer`}
        </ProblemList>
      </section>
      <section class="pane flex-bytes" aria-label="FlexBuffer">
        <header class="pane-head">
          <h2>FlexBuffer</h2>
          {shown !== null && <span class="quiet">{shown.bytes.length.toLocaleString('en')} bytes</span>}
          <span class="spacer" />
          <Legend map={shown?.summary.map ?? null} />
        </header>
        {shown !== null && (
          <>
            <DamageList {...shown.summary} onGo={(at) => setGoTo({ at, select: true })} />
            <HexView
              label="Bytes of the FlexBuffer"
              id="flex-byte"
              bytes={shown.bytes}
              map={shown.summary.map}
              regionsAt={regionsAt}
              lit={NOTHING_LIT}
              fault={shown.summary.verdict?.offset ?? null}
              goTo={goTo}
            />
          </>
        )}
      </section>
      <section class="pane flex-sizes" aria-label="Sizes">
        <header class="pane-head">
          <h2>Size</h2>
          <span class="quiet">of the same value</span>
        </header>
        <div class="flex-padded">{sizes !== null && <FlexSizeChart sizes={sizes} />}</div>
      </section>
      <section class="pane flex-facts" aria-label="Shared and widths">
        <header class="pane-head">
          <h2>Stored once, used often</h2>
        </header>
        <div class="flex-padded">
          {shown?.facts && <FlexFactList facts={shown.facts} onGo={(at) => setGoTo({ at, select: true })} />}
        </div>
      </section>
    </div>
  );
}
