// The plugin for esbuild.
import { createUnplugin, type UnpluginInstance } from 'unplugin';
import type { FlatBuffersOptions } from './options.js';
import { factory } from './plugin.js';

/** Imports FlatBuffers schemas in esbuild. @public */
export const flatbuffers: UnpluginInstance<FlatBuffersOptions | undefined, false>['esbuild'] =
  createUnplugin(factory).esbuild;
