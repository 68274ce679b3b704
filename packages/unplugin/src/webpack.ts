// The plugin for webpack.
import { createUnplugin, type UnpluginInstance } from 'unplugin';
import type { FlatBuffersOptions } from './options.js';
import { factory } from './plugin.js';

/** Imports FlatBuffers schemas in webpack. @public */
export const flatbuffers: UnpluginInstance<FlatBuffersOptions | undefined, false>['webpack'] =
  createUnplugin(factory).webpack;
