// flatc lint: everything that can be said about schemas without generating anything.
import { nearestName, type Diagnostic } from '@fb/diagnostics';
import { messages as schemaMessages } from '@fb/idl';
import { counted } from '../counted.js';
import { diskHost } from '../host.js';
import { loadSchemaFile } from '../load-schema.js';
import { messages } from '../messages.js';
import { unseen } from '../report.js';
import { defaultSettings } from '../settings.js';
import { INCLUDE, includePaths } from './include-option.js';
import { lintSchema } from './lint-schema.js';
import { schemaFiles } from './schema-files.js';
import { textOption, toggle, type Subcommand } from './subcommand.js';

/** The subcommand. */
export const lint: Subcommand = {
  usage: '[OPTION]... (FILE | FOLDER)...',
  options: [
    INCLUDE,
    textOption('ignore', 'CODE', 'Leave out warnings with this code; may be repeated.'),
    toggle('strict', 'Accept only what the reference compiler accepts.'),
    toggle('require-explicit-ids', 'Refuse table fields without an id.'),
    toggle('warnings-as-errors', 'End with status 1 if there is a warning.'),
  ],
  examples: [
    ['flatc lint schemas', 'every .fbs file below schemas/'],
    ['flatc lint --warnings-as-errors --github-diagnostics schemas', 'in GitHub Actions'],
  ],
  async run({ operands, given, io, report, note }) {
    if (operands.length === 0) return report([messages.create('CLI-NO-FILE', null, {})]);
    const ignored = new Set(given.all('ignore'));
    const useless = [...ignored].find((code) => !LINT_WARNINGS.includes(code));
    if (useless !== undefined) return report([unknownWarning(useless)]);
    const host = diskHost(io.cwd);
    const { paths, problem } = schemaFiles(operands, host, io.cwd);
    if (problem !== null) return report([problem]);
    const settings = {
      ...defaultSettings(),
      includePaths: includePaths(given),
      strict: given.has('strict'),
      requireExplicitIds: given.has('require-explicit-ids'),
    };
    const isFresh = unseen();
    let errors = 0;
    let warnings = 0;
    for (const path of paths) {
      const { input, diagnostics } = await loadSchemaFile(path, host, settings);
      // What is said of an included file is said once.
      const fresh = [...diagnostics, ...(input === null ? [] : lintSchema(input.schema))].filter((each) => {
        const { code, severity } = each;
        return !(severity === 'warning' && ignored.has(code)) && isFresh(each);
      });
      const bad = fresh.filter(({ severity }) => severity === 'error').length;
      errors += bad;
      warnings += fresh.length - bad;
      report(fresh);
    }
    note(`${counted(paths.length, 'schema')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`);
    return errors === 0 && (warnings === 0 || !given.has('warnings-as-errors'));
  },
};

/** The codes of all warnings there can be. Errors cannot be left out. */
const LINT_WARNINGS: readonly string[] = [
  ...Object.entries(schemaMessages.messages).filter(([, { severity }]) => severity === 'warning'),
  ...Object.entries(messages.messages).filter(([code]) => code.startsWith('W-LINT-')),
].map(([code]) => code);

function unknownWarning(code: string): Diagnostic {
  const meant = nearestName(code, LINT_WARNINGS);
  const hint = meant === null ? `the warnings are ${LINT_WARNINGS.join(', ')}` : `did you mean ${meant}?`;
  const params = { option: '--ignore', choices: 'the code of a warning', value: code };
  return messages.create('CLI-OPTION-CHOICE', null, params, { hint });
}
