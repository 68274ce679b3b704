// @fb/inspect: what every byte of a buffer is. No I/O; colours are the caller's.
export { inspectFlatBuffer, type InspectOptions } from './inspect-flatbuffer.js';
export { inspectFlexBuffer, type InspectFlexBufferOptions } from './inspect-flexbuffer.js';
export type {
  Damage,
  DamageCode,
  Inspection,
  Region,
  RegionRole,
  Section,
  SectionKind,
  Verdict,
} from './inspection.js';
export { renderAnnotation, type RenderAnnotationOptions } from './render-annotation.js';
export {
  type InspectionPaintRole,
  type RenderInspectionOptions,
  renderInspection,
} from './render-inspection.js';
