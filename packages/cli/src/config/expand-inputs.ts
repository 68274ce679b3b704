// The files that the patterns of a config file stand for.
import type { Diagnostic } from '@fb/diagnostics';
import { statSync } from 'node:fs';
import path from 'node:path';
import { convertPathToPattern, escapePath, glob, isDynamicPattern } from 'tinyglobby';
import { configMessages } from './messages.js';
import type { Pattern } from './read-config.js';

/** The files by path from the config file's folder, and the folders in which others could turn up. */
export interface ExpandedInputs {
  readonly files: readonly string[];
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** What names of such files end in, such as `.fbs`; empty if that could be anything. */
  readonly extensions: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The files below `folder`, each once: in the order of the patterns, those of a pattern in ascending order. A folder
 * stands for its `.fbs` files at any depth. Nothing is looked for in `node_modules` and hidden folders that a pattern does
 * not name.
 */
export async function expandInputs(patterns: readonly Pattern[], folder: string): Promise<ExpandedInputs> {
  const left = patterns.filter(({ text }) => text.startsWith('!')).map(({ text }) => text.slice(1));
  const ignore = left.flatMap((text) => [text, `${text.replace(/\/+$/, '')}/**`]);
  const files = new Set<string>();
  const folders = new Set<string>();
  const extensions: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { text, span } of patterns) {
    if (text.startsWith('!')) continue;
    const there = statOf(path.resolve(folder, text));
    // What is there under just this name is meant, whatever its name would be as a glob.
    const base = there === null && isDynamicPattern(text) ? fixedPart(text) : text;
    folders.add(path.resolve(folder, there === 'folder' || base !== text ? base : path.dirname(base)));
    extensions.push(there === 'folder' ? '.fbs' : path.extname(text));
    const literal = convertPathToPattern(escapePath(trimmed(text)));
    const pattern = there === 'file' ? literal : there === 'folder' ? `${literal}/**/*.fbs` : text;
    const found = await glob(pattern, {
      cwd: folder,
      expandDirectories: false,
      ignore: /(^|\/)node_modules(\/|$)/.test(text) ? ignore : [...ignore, '**/node_modules/**'],
    });
    if (found.length === 0)
      diagnostics.push(configMessages.create('CONFIG-NO-MATCH', span, { pattern: text }));
    for (const file of found.toSorted()) files.add(file);
  }
  const anything = extensions.some((extension) => extension === '' || isDynamicPattern(extension));
  return { files: [...files], folders: [...folders], extensions: anything ? [] : extensions, diagnostics };
}

/** The folders at the start of a glob that are no glob. */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const at = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, at).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

function trimmed(text: string): string {
  return text.replace(/^(\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '');
}

function statOf(file: string): 'file' | 'folder' | null {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}
