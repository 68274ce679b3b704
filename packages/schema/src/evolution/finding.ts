// What the comparison of two versions of a schema says about a change.
import type { Diagnostic } from '@fb/diagnostics';
import type { Breakage } from './breakage.js';
import type { EvolutionCode } from './messages.js';

/**
 * A change from one version of a schema to the next that somebody notices. An error if data is read wrongly, refused or
 * lost; a warning (`W-`) if only source has to follow, or if a reader just meets a value that it does not know.
 *
 * `span` is the place in the next version, or that of the definition around it where the thing itself is gone;
 * `related` has the place in the base version. Schemas read from bytes have no places.
 * @public
 */
export interface Finding extends Diagnostic {
  readonly code: EvolutionCode;
  /** What changed, by its name in the base version if it was there: `Monster`, `Monster.hp`; `schema` for the whole. */
  readonly subject: string;
  /** Never empty. */
  readonly breaks: readonly Breakage[];
}
