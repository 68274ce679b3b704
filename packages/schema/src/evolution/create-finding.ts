// A finding from its code, its places and the holes of its message.
import type { MessageParams, Related, Span } from '@fb/diagnostics';
import type { Finding } from './finding.js';
import {
  evolutionBreaks,
  evolutionMessages,
  type EvolutionCode,
  type EvolutionMessages,
} from './messages.js';

/** Makes the finding `code` about `subject`. */
export function createFinding<C extends EvolutionCode>(
  code: C,
  subject: string,
  places: { readonly next: Span | null; readonly base: Span | null },
  params: MessageParams<EvolutionMessages[C]>,
  hint?: string,
): Finding {
  const related: Related[] =
    places.base === null ? [] : [{ message: 'in the base version', span: places.base }];
  const diagnostic = evolutionMessages.create(code, places.next, params, { related, hint: hint ?? null });
  return { ...diagnostic, code, subject, breaks: evolutionBreaks[code] };
}
