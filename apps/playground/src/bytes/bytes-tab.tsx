// The bytes of the document: each by its role, linked with the JSON text, and what the verifier says about them.
import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { bytes, hovered, inspection, lead, selected, undecodable } from '../document.js';
import { engine } from '../pipeline.js';
import type { Region } from '@fb/inspect';
import { DamageList } from './damage-list.js';
import type { ByteRange } from './hex-overlay.js';
import { HexView, type Pointer } from './hex-view.js';
import { Legend } from './legend.js';

const NONE: readonly ByteRange[] = [];

export function BytesTab(): ComponentChildren {
  const buffer = bytes.value;
  const summary = inspection.value;
  // An inspection of other bytes than these says nothing about them.
  const current = summary?.bytes === buffer ? summary : null;
  const [lit, setLit] = useState(NONE);
  const [goTo, setGoTo] = useState<{ readonly at: number; readonly select: boolean } | null>(null);

  useSignalEffect(() => {
    const [over, chosen] = [hovered.value, selected.value];
    const pointing = [over, chosen].find((each) => each?.by === 'json') ?? null;
    const now = inspection.value;
    if (pointing === null || now?.bytes !== bytes.value) {
      setLit(NONE);
      return;
    }
    void engine
      .latest('regionsOfPath', { inspection: now.inspection, path: pointing.path }, 'lit bytes')
      .then((answer) => {
        if (answer === null) return;
        const regions = answer.value ?? [];
        setLit(rangesOf(regions));
        const [first] = regions;
        if (first !== undefined && pointing === chosen) setGoTo({ at: first.position, select: false });
      });
  });

  const regionsAt = useCallback(
    async (at: number, pointer: Pointer) => {
      if (current === null) return null;
      const request = { inspection: current.inspection, from: at, to: at + 1 };
      const answer = await engine.latest('regions', request, `byte at ${pointer}`);
      return answer?.value ?? null;
    },
    [current],
  );

  if (buffer === null)
    return <p class="quiet">There are no bytes while the schema or the JSON has an error.</p>;
  return (
    <section class="pane" aria-label="Buffer">
      <header class="pane-head">
        <h2>Bytes</h2>
        <span class="quiet">{buffer.length.toLocaleString('en')} bytes</span>
        <span class="spacer" />
        <Legend map={current?.map ?? null} />
      </header>
      {current !== null && (
        <DamageList
          {...current}
          onGo={(at) => setGoTo({ at: Math.min(at, buffer.length - 1), select: true })}
        />
      )}
      {lead.value === 'bytes' && summary === null && undecodable.value !== null && (
        <p class="notice">{undecodable.value.message}</p>
      )}
      <HexView
        label="Bytes of the buffer"
        id="byte"
        bytes={buffer}
        map={current?.map ?? null}
        regionsAt={regionsAt}
        lit={lit}
        fault={current?.verdict?.offset ?? null}
        goTo={goTo}
        onHover={(region) => {
          if (region !== null) hovered.value = selectionOf(region);
          else if (hovered.peek()?.by === 'bytes') hovered.value = null;
        }}
        onSelect={(region) => {
          selected.value = selectionOf(region);
        }}
      />
    </section>
  );
}

function selectionOf({ path, position, length }: Region): typeof selected.value {
  return { path, range: [position, position + length], by: 'bytes' };
}

/** Bytes of regions in order, neighbours as one range. */
function rangesOf(regions: readonly Region[]): readonly ByteRange[] {
  const ranges: [number, number][] = [];
  for (const { position, length } of regions) {
    const last = ranges.at(-1);
    if (last !== undefined && position <= last[1]) last[1] = Math.max(last[1], position + length);
    else ranges.push([position, position + length]);
  }
  return ranges;
}
