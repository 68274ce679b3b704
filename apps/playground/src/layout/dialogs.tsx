// What lies above the page: dialogs, the hint while a file is dragged, and the sentence about what just happened.
import type { ComponentChildren } from 'preact';
import { asked } from '../open/binary-schema.js';
import { BinarySchemaDialog } from '../open/binary-schema-dialog.js';
import { DropZone } from '../open/drop-zone.js';
import { openDialogShown } from '../open/open-button.js';
import { OpenDialog } from '../open/open-dialog.js';
import { announcement } from './announcement.js';

export function Dialogs(): ComponentChildren {
  return (
    <>
      <DropZone />
      {openDialogShown.value && <OpenDialog />}
      {asked.value !== null && <BinarySchemaDialog file={asked.value} />}
      <div class="announcement" role="status" aria-live="polite">
        {announcement.value !== null && <p>{announcement.value}</p>}
      </div>
    </>
  );
}
