// A CodeMirror editor as a component. It lives in a shadow root: there its styles are adopted sheets, which a strict
// Content-Security-Policy allows, and the page's own styles cannot reach in.
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
  // What the editor holds, to know a change from outside without comparing long texts.
  const held = useRef(text);
  const edit = useRef(onEdit);
  edit.current = onEdit;

  useEffect(() => {
    if (host.current === null) return undefined;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: held.current,
        extensions: [
          basics,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          edit.current === undefined ? [EditorState.readOnly.of(true)] : [],
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((each) => each.annotation(fromOutside)))
              return;
            held.current = update.state.doc.toString();
            edit.current?.(held.current);
          }),
          wrap ? EditorView.lineWrapping : [],
          compartment.current.of(extensions ?? []),
        ],
      }),
    });
    view.current = editor;
    onView?.(editor);
    return () => {
      onView?.(null);
      editor.destroy();
      view.current = null;
    };
    // An editor is made once; later changes are dispatched below.
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || text === held.current) return;
    held.current = text;
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
