// The one entry behind `npm start`, `npm test` and the scripts beside them. Needs only Node and npm: it fetches the pinned
// pnpm through npx, installs what the lockfile says, and lets turbo run the tasks.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const pnpmVersion = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).packageManager;
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Every check of `npm test`, in no particular order: turbo knows what needs what. */
const CHECKS = ['build', 'typecheck', 'api', 'tarball', 'unit', 'site', 'layers', 'lint', 'unused', 'format'];

/** What to do about a failed check, where its own output may be far up. */
const ADVICE = {
  api: ': the public API is not as its report in etc/ says; if that is meant: npm run api:accept',
  format: ': npm run fix',
  lint: ': npm run fix mends some of it',
};

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return status ?? 1;
}

const pnpm = (...args) => run('npx', ['--yes', '--prefer-offline', pnpmVersion, ...args]);
const turbo = (...args) => pnpm('exec', 'turbo', 'run', ...args);

function orExit(status) {
  if (status !== 0) process.exit(status);
}

const unitReport = path.join(root, 'node_modules/.cache/unit.json');
const runReports = path.join(root, '.turbo/runs');

/** Runs all checks and prints how many passed: each test counts, and so does each task around them. */
function test() {
  rmSync(unitReport, { force: true });
  rmSync(runReports, { recursive: true, force: true });
  const status = turbo(...CHECKS, '--continue', '--summarize', '--output-logs=new-only');
  const [report] = existsSync(runReports) ? readdirSync(runReports) : [];
  if (report === undefined) return summary(0, ['the checks did not start']);
  const { tasks } = JSON.parse(readFileSync(path.join(runReports, report), 'utf8'));
  const checks = tasks.filter(({ taskId, command }) => taskId !== '//#unit' && command !== '<NONEXISTENT>');
  const failedChecks = checks.filter(({ execution }) => execution?.exitCode !== 0);
  const unit = readUnitReport();
  const failed = [
    ...failedChecks.map(({ taskId }) => `${taskId}${ADVICE[taskId.split('#')[1]] ?? ''}`),
    ...unit.failed,
  ];
  return Math.max(status, summary(checks.length - failedChecks.length + unit.passed, failed));
}

/** Names what failed and closes with the counts; the exit status. */
function summary(passed, failed) {
  for (const name of failed) console.log(`failed: ${name}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
}

/** A test run that left no report, or found no test, is one failure. */
function readUnitReport() {
  let report;
  try {
    report = JSON.parse(readFileSync(unitReport, 'utf8'));
  } catch {
    return { passed: 0, failed: ['the test run left no report'] };
  }
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults
      .filter((result) => result.status === 'failed')
      .map((result) => result.fullName);
    return status === 'failed' && tests.length === 0 ? [path.relative(root, name)] : tests;
  });
  if (report.numTotalTests === 0) failed.push('the test run found no test');
  return { passed: report.numPassedTests, failed };
}

/**
 * Writes the API reports anew, from declarations that were emitted afresh: what an incremental build left may be laid
 * out differently from what a clean one emits.
 */
function acceptApi() {
  const packages = readdirSync(path.join(root, 'packages'));
  for (const name of packages)
    rmSync(path.join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  orExit(turbo('build', '--force', '--output-logs=hash-only'));
  for (const name of packages) {
    const folder = path.join('packages', name);
    const configs = readdirSync(path.join(root, folder)).filter((file) =>
      /^api-extractor.*\.json$/.test(file),
    );
    for (const config of configs)
      orExit(pnpm('-C', folder, 'exec', 'api-extractor', 'run', '--local', '-c', config));
  }
  return 0;
}

/** What is done once everything is built; each gives the exit status. */
const AFTER_BUILD = {
  build: () => 0,
  start: () => run(process.execPath, ['apps/tour/dist/tour.js']),
  // Prints its address, and runs until it is stopped with Ctrl-C.
  playground: () =>
    run(process.execPath, ['apps/playground/node_modules/vite/bin/vite.js', 'preview', 'apps/playground']),
  docs: () => {
    orExit(turbo('site', '--output-logs=hash-only'));
    return pnpm('-C', 'docs', 'exec', 'vitepress', 'preview', '--host', '127.0.0.1');
  },
  bench: () => run(process.execPath, [`bench/dist/${path.basename(question)}.js`]),
  'api:accept': acceptApi,
};

const [task = '', question = 'schema'] = process.argv.slice(2);
if (task !== 'test' && !Object.hasOwn(AFTER_BUILD, task)) {
  console.error('usage: node tools/run.mjs test|build|start|playground|docs|bench [question]|api:accept');
  process.exit(2);
}
const installed = pnpm('install', '--frozen-lockfile', '--prefer-offline');
if (task === 'test') process.exit(installed === 0 ? test() : summary(0, ['the install']));
orExit(installed);
// A line for each task as it ends: a first build takes a while.
const wanted = task === 'playground' ? ['--filter=@fb/playground'] : [];
orExit(turbo('build', '--output-logs=hash-only', ...wanted));
process.exit(AFTER_BUILD[task]());
