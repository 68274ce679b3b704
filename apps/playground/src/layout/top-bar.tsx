// The bar on top: the name, and what concerns the whole document.
import type { ComponentChildren } from 'preact';
import { ShareButton } from '../share/share-button.js';
import { SampleMenu } from './sample-menu.js';
import { ThemeButton } from './theme-button.js';

export function TopBar(): ComponentChildren {
  return (
    <header class="top-bar">
      <h1>
        <img src="./favicon.svg" alt="" width="22" height="22" />
        FlatBuffers playground
      </h1>
      <div class="top-actions">
        <SampleMenu />
        <ShareButton />
        <ThemeButton />
      </div>
    </header>
  );
}
