// Files dropped anywhere on the page. While something is dragged over it, the page says so.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openFiles } from './open-file.js';

export function DropZone(): ComponentChildren {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      // Before an editor takes the file's text.
      event.stopPropagation();
      setOver(false);
      void openFiles(Array.from(event.dataTransfer?.files ?? []));
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop, { capture: true });
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop, { capture: true });
    };
  }, []);
  return over ? (
    <div class="drop-zone">
      <p>Drop it to open it. It stays in your browser.</p>
    </div>
  ) : null;
}
