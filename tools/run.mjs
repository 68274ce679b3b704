// The one entry behind `npm start`, `npm run build` and `npm test`. Needs only Node and npm: it fetches the pinned pnpm
// through npx, installs what the lockfile says, and lets turbo run the tasks.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const pnpmVersion = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).packageManager;
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Every check of `npm test`, in no particular order: turbo knows what needs what. */
const CHECKS = ['build', 'typecheck', 'api', 'pack', 'unit', 'layers', 'lint', 'unused', 'format'];

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
  const [report] = readdirSync(runReports);
  const { tasks } = JSON.parse(readFileSync(path.join(runReports, report), 'utf8'));
  const checks = tasks.filter(({ taskId, command }) => taskId !== '//#unit' && command !== '<NONEXISTENT>');
  const failedChecks = checks.filter(({ execution }) => execution?.exitCode !== 0);
  const unit = readUnitReport();
  for (const { taskId } of failedChecks) console.log(`failed: ${taskId}`);
  for (const name of unit.failed) console.log(`failed: ${name}`);
  const failed = failedChecks.length + unit.failed.length;
  console.log(`${checks.length - failedChecks.length + unit.passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : status;
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

const task = process.argv[2];
if (task !== 'build' && task !== 'test' && task !== 'start') {
  console.error('usage: node tools/run.mjs build|test|start');
  process.exit(2);
}
orExit(pnpm('install', '--frozen-lockfile', '--prefer-offline'));
if (task === 'test') process.exit(test());
orExit(turbo('build', '--output-logs=errors-only'));
if (task === 'start') process.exit(run(process.execPath, ['apps/tour/dist/tour.js']));
