// The editor of one schema file. All files keep theirs while another is shown, so that each has its own history.
import { autocompletion } from '@codemirror/autocomplete';
import { Prec } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { compiled, editFile, files } from '../document.js';
import { CodeEditor } from '../editor/code-editor.js';
import type { SchemaFile } from '../worker/protocol.js';
import { fbsCompletion } from './fbs-completion.js';
import { fbsLanguage } from './fbs-language.js';
import { formatFile } from './format-file.js';

export interface SchemaFileEditorProps {
  readonly file: SchemaFile;
  readonly onView: (path: string, view: EditorView | null) => void;
}

export function SchemaFileEditor({ file: { path, text }, onView }: SchemaFileEditorProps): ComponentChildren {
  const extensions = useMemo(
    () => [
      fbsLanguage,
      autocompletion({ override: [fbsCompletion(path, () => files.peek())], icons: false }),
      Prec.high(
        keymap.of([
          {
            key: 'Shift-Alt-f',
            run: () => {
              void formatFile(path);
              return true;
            },
          },
        ]),
      ),
    ],
    [path],
  );
  const problems = useMemo(
    () => (compiled.value?.problems ?? []).filter(({ place }) => place?.file === path),
    [compiled.value, path],
  );
  return (
    <CodeEditor
      label={`Schema file ${path}`}
      text={text}
      onEdit={(changed) => editFile(path, changed)}
      extensions={extensions}
      problems={problems}
      onView={(view) => onView(path, view)}
    />
  );
}
