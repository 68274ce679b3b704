// A CodeMirror editor as a component: what comes in from outside is dispatched, what a person does goes out.
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../worker/protocol.js';
import { basics } from './basics.js';
import { markProblems } from './marks.js';

/** Marks changes that came from the document, not from a person. */
const fromOutside = Annotation.define<boolean>();

export interface CodeEditorProps {
  /** What the text is, for those who cannot see it. */
  readonly label: string;
  readonly text: string;
  /** A person changed the text; not called where `text` did. Without it the text is for reading only. */
  readonly onEdit?: (text: string) => void;
  /** Language, completion, marks... Keep it the same object while nothing changes. */
  readonly extensions?: Extension;
  /** Whether long lines go on in the next row; they do unless told. */
  readonly wrap?: boolean;
  /** What to mark in the text. */
  readonly problems?: readonly Problem[];
  /** Gets the view when it is there, and `null` when it goes. */
  readonly onView?: (view: EditorView | null) => void;
}

const NONE: readonly Problem[] = [];

export function CodeEditor({
  label,
  text,
  onEdit,
  extensions,
  wrap = true,
  problems = NONE,
  onView,
}: CodeEditorProps): ComponentChildren {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const compartment = useRef(new Compartment());
  // What went out and did not come back yet: renders lag behind typing, and an old one must not undo it.
  const sent = useRef<string[]>([]);
  const edit = useRef(onEdit);
  edit.current = onEdit;

  useEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          basics,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          edit.current === undefined ? [EditorState.readOnly.of(true)] : [],
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((each) => each.annotation(fromOutside)))
              return;
            const changed = update.state.doc.toString();
            sent.current.push(changed);
            edit.current?.(changed);
          }),
          wrap ? EditorView.lineWrapping : [],
          compartment.current.of(extensions ?? []),
        ],
      }),
    });
    view.current = editor;
    onView?.(editor);
    const stopKeeping = keepCursorInView(editor, host.current);
    return () => {
      stopKeeping();
      onView?.(null);
      editor.destroy();
      view.current = null;
    };
    // An editor is made once; later changes are dispatched below.
  }, []);

  useEffect(() => {
    const editor = view.current;
    const own = sent.current.indexOf(text);
    sent.current = own < 0 ? [] : sent.current.slice(own + 1);
    if (editor === null || own >= 0 || editor.state.doc.toString() === text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      annotations: fromOutside.of(true),
    });
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: compartment.current.reconfigure(extensions ?? []) });
  }, [extensions]);

  useEffect(() => {
    if (view.current !== null) markProblems(view.current, problems);
  }, [problems]);

  return <div class="code-editor" ref={host} />;
}

/** A list of problems that grows below takes room from the editor: what is being typed must not get out of sight. */
function keepCursorInView(editor: EditorView, host: HTMLElement): () => void {
  let height = host.clientHeight;
  const observer = new ResizeObserver(() => {
    const shrinks = host.clientHeight < height;
    height = host.clientHeight;
    if (!shrinks || !editor.hasFocus) return;
    const { head } = editor.state.selection.main;
    editor.dispatch({ effects: EditorView.scrollIntoView(head, { y: 'nearest', yMargin: 30 }) });
  });
  observer.observe(host);
  return () => observer.disconnect();
}
