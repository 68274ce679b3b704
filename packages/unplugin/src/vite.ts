// The plugin for Vite.
import { createUnplugin, type UnpluginInstance } from 'unplugin';
import type { FlatBuffersOptions } from './options.js';
import { factory } from './plugin.js';

/** Imports FlatBuffers schemas in Vite. @public */
export const flatbuffers: UnpluginInstance<FlatBuffersOptions | undefined, false>['vite'] =
  createUnplugin(factory).vite;
