// Colours of syntax, from the page's custom properties, so that they follow light and dark.
import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

export const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--syntax-comment)', fontStyle: 'italic' },
  { tag: tags.docComment, color: 'var(--syntax-doc)' },
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--syntax-keyword)' },
  { tag: tags.typeName, color: 'var(--syntax-type)' },
  { tag: tags.propertyName, color: 'var(--syntax-name)' },
  { tag: tags.attributeName, color: 'var(--syntax-attribute)' },
  { tag: tags.string, color: 'var(--syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--syntax-number)' },
  { tag: tags.punctuation, color: 'var(--syntax-punctuation)' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);
