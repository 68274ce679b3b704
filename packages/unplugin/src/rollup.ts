// The plugin for Rollup.
import { createUnplugin, type UnpluginInstance } from 'unplugin';
import type { FlatBuffersOptions } from './options.js';
import { factory } from './plugin.js';

/** Imports FlatBuffers schemas in Rollup. @public */
export const flatbuffers: UnpluginInstance<FlatBuffersOptions | undefined, false>['rollup'] =
  createUnplugin(factory).rollup;
