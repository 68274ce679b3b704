// @fb/cli: `flatc` as a function. The program itself is bin/flatc.js.
export { run } from './run.js';
export { type EndSignal, type Io, type OutputStream } from './io.js';
