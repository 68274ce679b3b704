// Finds the browser of this machine. Without one the tests are skipped, with a message; automatic builds, which set the
// variable CI, must have it.
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PATHS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium; `CHROMIUM_PATH` comes first. `null` if there is none. */
export const chromiumPath: string | null =
  [process.env['CHROMIUM_PATH'] ?? '', ...PATHS].find((path) => path !== '' && existsSync(path)) ?? null;

/** Whether to leave out what needs a browser. An error where `CI` is set and there is none. */
export function withoutBrowser(): boolean {
  if (chromiumPath !== null) return false;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '')
    throw new Error('no Chromium is installed here: apt-get install chromium, or set CHROMIUM_PATH');
  console.warn('skipped: no Chromium is installed here (apt-get install chromium, or set CHROMIUM_PATH)');
  return true;
}

/** Starts the browser. */
export function launch(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium is installed here');
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
