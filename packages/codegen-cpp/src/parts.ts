// What a part of the generator gives: what the header must declare, and the bodies of functions that may as well stand
// in a source file.
import { block, type Code } from '@fb/codegen';
import type { Context } from './context.js';

/** Code of one namespace. */
export interface Parts {
  /** Types, declarations, templates, and what must be inline. */
  readonly types: Code;
  /** Definitions of functions: at the end of the header, or in the source file. */
  readonly bodies: Code;
}

/** A function of a namespace. */
export interface FunctionText {
  /** Everything before the body; gets `;` for the declaration, and leaves out default arguments without it. */
  readonly head: (declared: ';' | '') => string;
  readonly body: Code;
}

/** Whether bodies go into the source file. */
export function isSplit({ settings }: Context): boolean {
  return settings.source === 'full';
}

/** What a function starts with whose body is in a header. */
export function inlineWord(context: Context): 'inline ' | '' {
  return isSplit(context) ? '' : 'inline ';
}

/** A function that is declared in the header and defined wherever bodies are. */
export function outOfLine(context: Context, { head, body }: FunctionText): Parts {
  const word = inlineWord(context);
  return { types: `${word}${head(';')}`, bodies: block(`${word}${head('')} {`, body, '}') };
}

/** The parts of many things, one after another. */
export function merged(parts: readonly Parts[]): Parts {
  return { types: parts.map(({ types }) => types), bodies: parts.map(({ bodies }) => bodies) };
}
