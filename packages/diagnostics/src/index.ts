// @fb/diagnostics: what every front end says about a user's text, and how it looks. No I/O.
export { ByteSource, TextSource, type Position, type Source, type Span } from './source.js';
export { decodeSource, encodeSource, isWellFormed } from './source-text.js';
export { hasErrors, type Diagnostic, type Related, type Severity } from './diagnostic.js';
export {
  defineCatalogue,
  error,
  warning,
  type Catalogue,
  type DiagnosticExtras,
  type MessageParams,
  type MessageTemplate,
} from './catalogue.js';
export { didYouMean, nearestName } from './nearest-name.js';
export { placeOf, renderDiagnostic, type PaintRole, type RenderOptions } from './render.js';
