// @fb/unplugin: `import { Monster } from './monster.fbs'` in bundlers. Each has a subpath of its own.
export { type FlatBuffersOptions } from './options.js';
