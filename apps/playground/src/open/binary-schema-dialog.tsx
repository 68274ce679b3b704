// Asks what a dropped binary schema is meant to be.
import type { ComponentChildren } from 'preact';
import { Modal } from '../layout/modal.js';
import { asked, lookAtBytes, useAsSchema, type BinarySchema } from './binary-schema.js';

export function BinarySchemaDialog({ file }: { readonly file: BinarySchema }): ComponentChildren {
  return (
    <Modal title="A binary schema" onClose={close}>
      <p>
        <code>{file.name}</code> is a schema as a FlatBuffer. Either way it takes the place of the schema at
        hand.
      </p>
      <footer>
        <span class="spacer" />
        <button
          type="button"
          class="button"
          onClick={() => {
            lookAtBytes(file);
            close();
          }}
        >
          Look at its bytes
        </button>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            void useAsSchema(file);
            close();
          }}
        >
          Use it as the schema
        </button>
      </footer>
    </Modal>
  );
}

function close(): void {
  asked.value = null;
}
