// The dialog to open bytes: a file, or pasted hex or base64.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { openBytes } from '../document.js';
import { announce } from '../layout/announcement.js';
import { Modal } from '../layout/modal.js';
import { bytesFromText } from './bytes-from-text.js';
import { openDialogShown } from './open-button.js';
import { openFiles } from './open-file.js';

export function OpenDialog(): ComponentChildren {
  const [text, setText] = useState('');
  const pasted = bytesFromText(text);
  return (
    <Modal title="Open bytes" onClose={close}>
      <p class="quiet">
        A buffer of the schema at hand (<code>.bin</code>, <code>.mon</code>), a binary schema (
        <code>.bfbs</code>), or a <code>.fbs</code> or <code>.json</code> file. You can also drop files
        anywhere on the page. They stay in your browser.
      </p>
      <label class="button file-button">
        Choose a file
        <input
          type="file"
          multiple
          onChange={(event) => {
            void openFiles(event.currentTarget.files ?? []);
            close();
          }}
        />
      </label>
      <label class="field">
        Or paste hex or base64
        <textarea
          rows={6}
          spellcheck={false}
          placeholder="24 00 00 00 4d 4f 4e 53 …"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <footer>
        <span class="quiet" role="status">
          {pasted !== null
            ? `${pasted.bytes.length.toLocaleString('en')} bytes of ${pasted.as}`
            : text.trim() === ''
              ? ''
              : 'This is neither hex nor base64.'}
        </span>
        <span class="spacer" />
        <button
          type="button"
          class="button primary"
          disabled={pasted === null}
          onClick={() => {
            if (pasted === null) return;
            openBytes('pasted.bin', pasted.bytes);
            announce(`Opened ${pasted.bytes.length.toLocaleString('en')} bytes`);
            close();
          }}
        >
          Show these bytes
        </button>
      </footer>
    </Modal>
  );
}

function close(): void {
  openDialogShown.value = false;
}
