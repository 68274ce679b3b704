// Colours for flatc's dialect of JSON: bare keys, comments, and all kinds of numbers.
import { StreamLanguage, type StreamParser } from '@codemirror/language';

interface State {
  inComment: boolean;
  /** Brackets and braces that are open. */
  depth: number;
}

const parser: StreamParser<State> = {
  name: 'json',
  startState: () => ({ inComment: false, depth: 0 }),
  token(stream, state) {
    if (state.inComment) {
      state.inComment = !stream.skipTo('*/');
      if (state.inComment) stream.skipToEnd();
      else stream.match('*/');
      return 'comment';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) {
      state.inComment = true;
      return 'comment';
    }
    if (stream.match(/^(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)/)) {
      return stream.match(/^\s*:/, false) ? 'propertyName' : 'string';
    }
    if (
      stream.match(
        /^[+-]?(?:0[xX][\da-fA-F.]+(?:[pP][+-]?\d+)?|\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+|inf(?:inity)?\b|nan\b)/,
      )
    )
      return 'number';
    if (stream.match(/^[A-Za-z_][\w.]*/)) return stream.match(/^\s*:/, false) ? 'propertyName' : 'atom';
    const c = stream.next();
    if (c === '{' || c === '[') state.depth++;
    if (c === '}' || c === ']') state.depth = Math.max(0, state.depth - 1);
    return c !== undefined && '{}[]:,'.includes(c) ? 'punctuation' : null;
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['[', '{', '"'] },
    indentOnInput: /^\s*[\]}]$/,
  },
  indent: (state, textAfter, { unit }) =>
    Math.max(0, state.depth - (/^[\]}]/.test(textAfter) ? 1 : 0)) * unit,
};

export const jsonLanguage = StreamLanguage.define(parser);
