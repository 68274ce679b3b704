// What `--version` and the help text say about this program.
import { readFileSync } from 'node:fs';

/** The release of the reference compiler whose command line and formats this one follows. */
export const FLATC_VERSION = '25.12.19';

/** The version of this package. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}

/**
 * The text of `--version`. Programs get flatc's line and nothing else, because build systems compare it with the version of
 * a runtime; a person also reads which program this is.
 */
export function versionText(forPerson: boolean): string {
  const line = `flatc version ${FLATC_VERSION}\n`;
  return forPerson ? `${line}@fb/cli ${packageVersion()}, compatible with flatc ${FLATC_VERSION}\n` : line;
}
