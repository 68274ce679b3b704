// What this generator says beside what all generators can say.
import { defineCatalogue, error, type Catalogue, type MessageTemplate } from '@fb/diagnostics';

/** The messages by code. @public */
export type PythonMessages = {
  readonly 'PYTHON-VERSION': MessageTemplate<'version'>;
};

/** The diagnostics of the Python generator. @public */
export const pythonMessages: Catalogue<PythonMessages> = defineCatalogue({
  'PYTHON-VERSION': error`${'version'} is no version of Python: give 2, 3, or one such as 3.9`,
});
