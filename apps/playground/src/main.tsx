// Starts the page: a document, the arrows between its parts, and the components that show it.
import { render } from 'preact';
import { App } from './app.js';
import { keepOffline } from './offline/register.js';
import { startPipeline } from './pipeline.js';
import { monster } from './samples/monster.js';
import { followAddress, openFromAddress } from './share/address.js';
import { openState } from './share/state.js';
import './style/tokens.css';
import './style/page.css';
import './style/controls.css';
import './style/dialogs.css';

async function start(): Promise<void> {
  if (!(await openFromAddress())) openState(monster.state);
  startPipeline();
  const root = document.getElementById('app');
  if (root !== null) render(<App />, root);
  followAddress();
  keepOffline();
}

void start();
