// The schema: its files, an editor of each, and what the compiler says about them.
import type { EditorView } from '@codemirror/view';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { activeFile, compiled, entry, files } from '../document.js';
import { reveal } from '../editor/marks.js';
import { ProblemList } from '../editor/problem-list.js';
import type { Problem } from '../worker/protocol.js';
import { FileTabs } from './file-tabs.js';
import { formatFile } from './format-file.js';
import { SchemaFileEditor } from './schema-file-editor.js';
import './schema.css';

export function SchemaPane(): ComponentChildren {
  const views = useRef(new Map<string, EditorView>());
  const remember = (path: string, view: EditorView | null): void => {
    if (view === null) views.current.delete(path);
    else views.current.set(path, view);
  };
  const open = ({ place }: Problem): void => {
    if (place === null || !files.value.some(({ path }) => path === place.file)) return;
    activeFile.value = place.file;
    // The editor may have to appear first.
    requestAnimationFrame(() => {
      const view = views.current.get(place.file);
      if (view !== undefined) reveal(view, place.start, place.end);
    });
  };
  const active = activeFile.value;
  const isEntry = active === entry.value;
  return (
    <section class="pane schema-pane" aria-label="Schema">
      <header class="pane-head">
        <h2>Schema</h2>
        <FileTabs />
        <span class="spacer" />
        {!isEntry && (
          <button
            type="button"
            class="button"
            title="Make this the file that the schema starts at"
            onClick={() => {
              entry.value = active;
            }}
          >
            Start here
          </button>
        )}
        <button
          type="button"
          class="button"
          title="Lay out the text (Shift+Alt+F)"
          onClick={() => void formatFile(active)}
        >
          Format
        </button>
      </header>
      <div class="file-editors">
        {files.value.map((file) => (
          <div key={file.path} class="file-editor" hidden={file.path !== active}>
            <SchemaFileEditor file={file} onView={remember} />
          </div>
        ))}
      </div>
      <ProblemList problems={compiled.value?.problems ?? []} onOpen={open}>
        {summary()}
      </ProblemList>
    </section>
  );
}

function summary(): string {
  if (compiled.value === null) return 'Compiling…';
  const { outline } = compiled.value;
  if (outline === null) return '';
  const count = (kind: string): number => outline.types.filter((each) => each.kind === kind).length;
  const parts = (
    [
      ['table', 'tables'],
      ['struct', 'structs'],
      ['enum', 'enums'],
      ['union', 'unions'],
    ] as const
  )
    .map(([one, many]) => [count(one), one, many] as const)
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`);
  const root = outline.root === null ? 'no root type' : `root ${outline.root}`;
  return `Compiles: ${[...parts, root].join(', ')}`;
}
