// Checks the layer table of .dependency-cruiser.cjs over the sources below a root, this repository's by default.
import { createRequire } from 'node:module';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const home = path.resolve(import.meta.dirname, '..');

/** Source folders of the workspaces below `root`, relative to it. */
function sourceFolders(root) {
  return ['packages', 'apps'].flatMap((group) => {
    if (!existsSync(path.join(root, group))) return [];
    const folders = readdirSync(path.join(root, group)).map((name) => `${group}/${name}/src`);
    return folders.filter((folder) => existsSync(path.join(root, folder)));
  });
}

/** Lines that say what is wrong; empty when every import is allowed. Looking at nothing is wrong too. */
export async function checkLayers(root) {
  const { forbidden, options } = createRequire(import.meta.url)(path.join(home, '.dependency-cruiser.cjs'));
  const folders = sourceFolders(root);
  if (folders.length === 0) return ['no source folder found'];
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, ruleSet: { forbidden }, validate: true },
    { ...options.enhancedResolveOptions },
    { tsConfig: extractTSConfig(path.join(home, 'tsconfig.base.json')) },
  );
  const { totalCruised, violations } = output.summary;
  const sources = output.modules.filter(({ source }) => /\.tsx?$/.test(source)).length;
  if (totalCruised === 0 || sources === 0) return ['no module was looked at'];
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

if (process.argv[1] === import.meta.filename) {
  const problems = await checkLayers(home);
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0 ? 'layers: every import is allowed' : `layers: ${problems.length} forbidden`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
