// Generators of other packages, which --plugin names: found as `import` in a file of the current folder would find them.
import type { Generator } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import { resolve as resolveModule } from 'import-meta-resolve';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateByPlugin, type PluginOptions } from './commands/plugin.js';
import { reasonOf } from './host.js';
import type { LoadedCommand } from './load-command.js';
import { messages } from './messages.js';
import { thrownReason } from './thrown-reason.js';

/** The commands of plugins, or why one of them has none. */
export interface LoadedPlugins {
  readonly commands: readonly LoadedCommand[];
  /** The files of those that are or should be such, by absolute path. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads `modules`, one after another, as a file in `folder` would. With `renew`, a file that has changed since it was
 * loaded is loaded again, though not what it imports.
 */
export async function loadPlugins(
  modules: readonly string[],
  folder: string,
  renew = false,
): Promise<LoadedPlugins> {
  const commands: LoadedCommand[] = [];
  const diagnostics: Diagnostic[] = [];
  const files: string[] = [];
  for (const module of modules) {
    const found = findModule(module, folder);
    if (found.file !== null) files.push(found.file);
    if ('problem' in found) {
      diagnostics.push(found.problem);
      continue;
    }
    const { url, file } = found;
    const changed = renew && file !== null ? statSync(file, { throwIfNoEntry: false })?.mtimeMs : undefined;
    const name = changed === undefined ? url : `${url}?changed=${changed}`;
    const loaded = await loadGenerator(module, name);
    if ('generate' in loaded)
      commands.push({ name, command: generateByPlugin(module, loaded), onClash: 'refuse' });
    else diagnostics.push(loaded);
  }
  return { commands, files, diagnostics };
}

/** Where a module is, or why it is nowhere; `file` is its path, if it is or should be on the disk. */
type FoundModule = { readonly file: string | null } & (
  { readonly url: string } | { readonly problem: Diagnostic }
);

function findModule(module: string, folder: string): FoundModule {
  const isPath = /^\.{0,2}[/\\]|^\.{1,2}$/.test(module) || path.isAbsolute(module);
  const parent = pathToFileURL(path.join(folder, '/')).href;
  const specifier = isPath ? pathToFileURL(path.resolve(folder, module.replaceAll('\\', '/'))).href : module;
  let url: string;
  let file: string | null;
  try {
    url = resolveModule(specifier, parent);
    file = url.startsWith('file:') ? fileURLToPath(url) : null;
  } catch (error) {
    const reason = thrownReason(error).replace(/ imported from .*$/, '');
    const hint = isPath
      ? {}
      : { hint: 'packages are looked for from the current folder; a path starts with ./' };
    return { file: null, problem: messages.create('PLUGIN-LOAD', null, { module, reason }, hint) };
  }
  const missing = file === null ? null : whyNoFile(file);
  if (missing !== null) {
    const reason = isPath ? missing : `${file}: ${missing}`;
    return { file, problem: messages.create('PLUGIN-LOAD', null, { module, reason }) };
  }
  return { url, file };
}

/** The export `generator` of a module. */
async function loadGenerator(module: string, url: string): Promise<Generator<PluginOptions> | Diagnostic> {
  try {
    const exports: unknown = await settled(import(/* @vite-ignore */ url));
    const { generator } = exports as { generator?: unknown };
    if (isGenerator(generator)) return generator;
  } catch (error) {
    return messages.create('PLUGIN-LOAD', null, { module, reason: thrownReason(error) });
  }
  const hint =
    'it must export a `generator`, an object with a function `generate`: see Generator of @fb/codegen';
  return messages.create('PLUGIN-EXPORT', null, { module }, { hint });
}

/** Milliseconds that a module may take to load. */
const LOAD_TIME = 30_000;

/** Fails if `loading` never ends: once the process has nothing else to wait for, or has waited for long. */
function settled<T>(loading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopWaiting = (): void => {
      process.removeListener('beforeExit', giveUp);
      clearTimeout(timer);
    };
    const giveUp = (): void => {
      stopWaiting();
      reject(new Error('its top-level await never ends'));
    };
    const timer = setTimeout(giveUp, LOAD_TIME).unref();
    process.once('beforeExit', giveUp);
    loading.finally(stopWaiting).then(resolve, reject);
  });
}

/** What is wrong with `file`, if it is none: `import` would name a file of ours as the one that asked for it. */
function whyNoFile(file: string): string | null {
  try {
    return statSync(file).isDirectory() ? 'it is a directory' : null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** As far as it can be told: what `generate` gives is looked at when it gives it. */
function isGenerator(value: unknown): value is Generator<PluginOptions> {
  return (
    typeof value === 'object' && value !== null && 'generate' in value && typeof value.generate === 'function'
  );
}
