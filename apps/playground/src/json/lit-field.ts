// The link between JSON text and bytes: pointing at a field tells its path, and what others point at is lit here.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { hovered, selected, type Selection } from '../document.js';
import { fieldRange } from './field-range.js';
import { pathAt } from './json-context.js';

/** Longer texts are not scanned on every move of the mouse. */
const LONGEST = 4_000_000;

const setLit = StateEffect.define<{ readonly from: number; readonly to: number } | null>();
const mark = Decoration.mark({ class: 'cm-lit' });

const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(setLit))
        next =
          effect.value === null
            ? Decoration.none
            : Decoration.set([mark.range(effect.value.from, effect.value.to)]);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Lights what a selection of another view is about; scrolls to it if it was clicked there. */
export function light(view: EditorView, selection: Selection | null, scroll: boolean): void {
  const { doc } = view.state;
  const range =
    selection === null || selection.path === '' || doc.length > LONGEST
      ? null
      : fieldRange(doc.toString(), selection.path);
  view.dispatch({
    effects: [
      setLit.of(range),
      ...(scroll && range !== null
        ? [EditorView.scrollIntoView(range.from, { y: 'nearest', yMargin: 40 })]
        : []),
    ],
  });
}

/** Tells what the mouse and the cursor point at. */
function point(): Extension {
  let waiting = 0;
  return [
    EditorView.domEventHandlers({
      mousemove(event, view) {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => {
          const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
          if (at !== null) tell(hovered, view, at);
        });
      },
      mouseleave() {
        cancelAnimationFrame(waiting);
        if (hovered.peek()?.by === 'json') hovered.value = null;
      },
    }),
    EditorView.updateListener.of(({ selectionSet, view }) => {
      if (selectionSet && view.hasFocus) tell(selected, view, view.state.selection.main.head);
    }),
  ];
}

function tell(target: typeof hovered, view: EditorView, at: number): void {
  const { doc } = view.state;
  if (doc.length > LONGEST) return;
  const path = pathAt(doc.toString(), at);
  const now = target.peek();
  if (path === '') {
    if (now !== null) target.value = null;
  } else if (now?.path !== path || now.by !== 'json') target.value = { path, range: null, by: 'json' };
}

/** What the JSON editor needs for the link. */
export const linkToBytes: Extension = [lit, point()];
