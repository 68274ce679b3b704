// Colours for the schema language: a tokenizer of one line at a time. It knows words, not grammar, so that half-written
// text keeps its colours; what is wrong is for the compiler to say.
import { StreamLanguage, type StreamParser } from '@codemirror/language';
import { DECLARATIONS, SCALARS } from './fbs-words.js';

interface State {
  inComment: boolean;
  /** The token before was `:` or `[`, so that a name is a type. */
  wantsType: boolean;
  /** Inside of the parentheses of attributes. */
  inAttributes: boolean;
  /** Braces that are open. */
  depth: number;
}

const declarations = new Set(DECLARATIONS);
const scalars = new Set([...SCALARS, 'string']);

const parser: StreamParser<State> = {
  name: 'fbs',
  startState: () => ({ inComment: false, wantsType: false, inAttributes: false, depth: 0 }),
  token(stream, state) {
    if (state.inComment) {
      state.inComment = !stream.skipTo('*/');
      if (state.inComment) stream.skipToEnd();
      else stream.match('*/');
      return 'comment';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('///')) {
      stream.skipToEnd();
      return 'docComment';
    }
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) {
      state.inComment = true;
      return 'comment';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) return 'string';
    if (stream.match(/^[+-]?(?:0[xX][\da-fA-F.]+(?:[pP][+-]?\d+)?|\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+)/))
      return 'number';
    const word = stream.match(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/);
    if (word) return wordStyle(stream.current(), state);
    const c = stream.next();
    if (c === '{') state.depth++;
    if (c === '}') state.depth = Math.max(0, state.depth - 1);
    if (c === '(') state.inAttributes = true;
    if (c === ')' || c === ';' || c === '}' || c === '{') state.inAttributes = false;
    state.wantsType = !state.inAttributes && (c === ':' || (c === '[' && state.wantsType));
    return c !== undefined && '{}()[]:;,=.'.includes(c) ? 'punctuation' : null;
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
    indentOnInput: /^\s*\}$/,
  },
  indent: (state, textAfter, { unit }) =>
    Math.max(0, state.depth - (textAfter.startsWith('}') ? 1 : 0)) * unit,
};

function wordStyle(word: string, state: State): string {
  const wantsType = state.wantsType;
  state.wantsType = false;
  if (state.inAttributes) return 'attributeName';
  if (scalars.has(word)) return 'typeName';
  if (wantsType) return 'typeName';
  if (declarations.has(word)) return 'keyword';
  if (word === 'true' || word === 'false' || word === 'null') return 'atom';
  if (/^[A-Z]/.test(word)) return 'typeName';
  return 'propertyName';
}

export const fbsLanguage = StreamLanguage.define(parser);
