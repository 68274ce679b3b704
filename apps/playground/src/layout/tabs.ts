// Which tabs there are. A tab shows next to the schema and the JSON text, or takes all the width.
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { BytesTab } from '../bytes/bytes-tab.js';
import { JsonPane } from '../json/json-pane.js';
import { SchemaPane } from '../schema/schema-pane.js';
import { later } from './later.js';

export interface Tab {
  readonly id: 'schema' | 'json' | 'bytes' | 'code' | 'flex' | 'evolution' | 'measure';
  readonly title: string;
  readonly component: FunctionComponent;
  /** `input` is a tab on narrow screens only, elsewhere it is always to be seen; `wide` takes all the width. */
  readonly place: 'input' | 'beside' | 'wide';
}

export const TABS: readonly Tab[] = [
  { id: 'schema', title: 'Schema', component: SchemaPane, place: 'input' },
  { id: 'json', title: 'JSON', component: JsonPane, place: 'input' },
  { id: 'bytes', title: 'Bytes', component: BytesTab, place: 'beside' },
  {
    id: 'code',
    title: 'Code',
    component: later(async () => (await import('../code/code-tab.js')).CodeTab),
    place: 'beside',
  },
  {
    id: 'flex',
    title: 'FlexBuffers',
    component: later(async () => (await import('../flex/flex-tab.js')).FlexTab),
    place: 'wide',
  },
  {
    id: 'evolution',
    title: 'Evolution',
    component: later(async () => (await import('../evolution/evolution-tab.js')).EvolutionTab),
    place: 'wide',
  },
  {
    id: 'measure',
    title: 'Measure',
    component: later(async () => (await import('../measure/measure-tab.js')).MeasureTab),
    place: 'beside',
  },
];

export const tab: Signal<Tab['id']> = signal('bytes');

const query = window.matchMedia('(max-width: 899px)');
const narrowNow = signal(query.matches);
query.addEventListener('change', () => {
  narrowNow.value = query.matches;
});

/** Whether the screen has room for one pane only. */
export const narrow: ReadonlySignal<boolean> = narrowNow;

// A tab of the narrow screen does not exist on a wide one.
effect(() => {
  if (!narrow.value && (tab.value === 'schema' || tab.value === 'json')) tab.value = 'bytes';
});
