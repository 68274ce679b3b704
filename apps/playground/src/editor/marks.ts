// Problems as marks in the text of an editor.
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Problem } from '../worker/protocol.js';

/** More marks than this help nobody. */
const MOST = 100;

/** Marks the problems that have a place in this text. */
export function markProblems(view: EditorView, problems: readonly Problem[]): void {
  const { length } = view.state.doc;
  const marks: Diagnostic[] = [];
  for (const problem of problems) {
    if (problem.place === null || marks.length === MOST) continue;
    // The text may be shorter already than the one the problems are about.
    const from = Math.min(problem.place.start, length);
    const to = Math.min(Math.max(problem.place.end, from + 1), length);
    marks.push({
      from,
      to,
      severity: problem.severity,
      message: problem.message,
      renderMessage: () => messageOf(problem),
    });
  }
  view.dispatch(setDiagnostics(view.state, marks));
}

/** Shows a place: selects it and scrolls to it. */
export function reveal(view: EditorView, start: number, end: number): void {
  const { length } = view.state.doc;
  view.dispatch({
    selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
    scrollIntoView: true,
  });
  view.focus();
}

function messageOf({ message, hint, code }: Problem): HTMLElement {
  const box = document.createElement('div');
  box.append(message);
  if (hint !== null) {
    const line = document.createElement('div');
    line.className = 'cm-hint';
    line.append(`hint: ${hint}`);
    box.append(line);
  }
  const name = document.createElement('div');
  name.className = 'cm-code';
  name.append(code);
  box.append(name);
  return box;
}
