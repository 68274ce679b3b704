// Where findings go while a schema is loaded.
import type { Diagnostic } from '@fb/diagnostics';

/** Receives findings one by one. */
export type Report = (diagnostic: Diagnostic) => void;
