// The schema's files as tabs: the one where the schema starts is marked. A double click renames.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { activeFile, addFile, compiled, entry, files, removeFile, renameFile } from '../document.js';

export function FileTabs(): ComponentChildren {
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <div class="file-tabs">
      <ul>
        {files.value.map(({ path }) => (
          <li key={path} class={path === activeFile.value ? 'active' : ''}>
            {renaming === path ? (
              <NameField path={path} onDone={() => setRenaming(null)} />
            ) : (
              <button
                type="button"
                aria-pressed={path === activeFile.value}
                title={
                  path === entry.value
                    ? 'The schema starts here. Double click to rename'
                    : 'Double click to rename'
                }
                onClick={() => {
                  activeFile.value = path;
                }}
                onDblClick={() => setRenaming(path)}
              >
                {path}
                {hasError(path) && (
                  <span class="error-dot">
                    <span class="unseen">has errors</span>
                  </span>
                )}
              </button>
            )}
            {files.value.length > 1 && path === activeFile.value && renaming !== path && (
              <button
                type="button"
                class="close"
                aria-label={`Remove ${path}`}
                onClick={() => removeFile(path)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="add" aria-label="Add a file" title="Add a file" onClick={addEmpty}>
        +
      </button>
    </div>
  );
}

function hasError(path: string): boolean {
  return (
    compiled.value?.problems.some(({ place, severity }) => severity === 'error' && place?.file === path) ??
    false
  );
}

function addEmpty(): void {
  addFile('types.fbs', '// Include this file from another one: include "types.fbs";\n\n');
}

function NameField({
  path,
  onDone,
}: {
  readonly path: string;
  readonly onDone: () => void;
}): ComponentChildren {
  return (
    <input
      aria-label={`New name of ${path}`}
      value={path}
      size={Math.max(8, path.length)}
      ref={(field) => field?.focus()}
      onBlur={(event) => {
        renameFile(path, event.currentTarget.value.trim());
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.currentTarget.value = path;
          event.currentTarget.blur();
        }
      }}
    />
  );
}
