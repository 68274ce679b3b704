// Shares the document: a link that holds all of it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { announce } from '../layout/announcement.js';
import { Modal } from '../layout/modal.js';
import { LONGEST_FRAGMENT } from './address.js';
import { fragmentOf } from './link.js';
import { currentState } from './state.js';

export function ShareButton(): ComponentChildren {
  const [link, setLink] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    const fragment = await fragmentOf(currentState());
    setLink(location.origin + location.pathname + location.search + fragment);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void open()}>
        Share
      </button>
      {link !== null && <ShareDialog link={link} onClose={() => setLink(null)} />}
    </>
  );
}

function ShareDialog({
  link,
  onClose,
}: {
  readonly link: string;
  readonly onClose: () => void;
}): ComponentChildren {
  const tooLong = link.length > LONGEST_FRAGMENT;
  return (
    <Modal title="Share this document" onClose={onClose}>
      <p class="quiet">
        The link itself holds everything, {Math.ceil(link.length / 1024).toLocaleString('en')} KB: schema,
        JSON, bytes, and what you look at. Nothing is sent anywhere until you send the link.
      </p>
      {tooLong && (
        <p class="notice">It is so long that some programs will cut it. Share the files instead.</p>
      )}
      <input
        class="text-field"
        aria-label="Link"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <footer>
        <span class="spacer" />
        <button type="button" class="button primary" onClick={() => void copyLink(link)}>
          Copy the link
        </button>
      </footer>
    </Modal>
  );
}

async function copyLink(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    announce('Copied the link');
  } catch {
    announce('The browser does not let this page write to the clipboard: copy it by hand');
  }
}
