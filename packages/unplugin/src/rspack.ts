// The plugin for Rspack.
import { createUnplugin, type UnpluginInstance } from 'unplugin';
import type { FlatBuffersOptions } from './options.js';
import { factory } from './plugin.js';

/** Imports FlatBuffers schemas in Rspack. @public */
export const flatbuffers: UnpluginInstance<FlatBuffersOptions | undefined, false>['rspack'] =
  createUnplugin(factory).rspack;
