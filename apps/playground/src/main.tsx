// Starts the page: a document, the arrows between its parts, and the components that show it.
import { render } from 'preact';
import { App } from './app.js';
import { startPipeline } from './pipeline.js';
import { monster } from './samples/monster.js';
import { openState } from './share/state.js';
import './style/tokens.css';
import './style/page.css';
import './style/controls.css';
import './style/dialogs.css';

openState(monster.state);
startPipeline();
const root = document.getElementById('app');
if (root !== null) render(<App />, root);
