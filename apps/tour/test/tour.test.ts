import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const tour = fileURLToPath(new URL('../dist/tour.js', import.meta.url));

it('goes through every chapter and ends well', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tour], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);

  // The dialect of the schema: each place with the spelling of today.
  expect(stdout.match(/warning W-DIALECT-\w+/g)).toEqual([
    'warning W-DIALECT-DEFAULT',
    'warning W-DIALECT-DEFAULT',
    'warning W-DIALECT-DEFAULT',
    'warning W-DIALECT-SEMI',
  ]);
  expect(stdout).toContain('hint: write "color:Color = Blue;"');

  // Fields read in place, a default among them, and a fault with its place.
  expect(stdout).toMatch(/verifyMonster\(bytes\) +null/);
  expect(stdout).toMatch(/monster\.name\(\) +"Orc"/);
  expect(stdout).toMatch(/monster\.mana\(\) +150/);
  expect(stdout).toMatch(/equipped\(new Weapon\(\)\)\.damage\(\) +5/);
  expect(stdout).toMatch(/\(byte \d+, field \w+\)/);

  // Every byte, JSON and back.
  expect(stdout).toContain('vtable MyGame.Sample.Monster:');
  expect(stdout).toContain('    equipped_type: "Weapon",'.trimStart());
  expect(stdout).toMatch(/the same bytes again +true/);
  expect(stdout).toMatch(/wrong\.json:3:16: error JSON-FIELD-UNKNOWN/);

  // What the FlexBuffers tutorial promises of its example.
  for (const row of [
    /map\.size +2/,
    /vec\.length +3/,
    /vec\.get\(0\)\.asInt64\(\) +-100n/,
    /vec\.get\(1\)\.asString\(\) +"Fred"/,
    /vec\.get\(1\)\.asInt64\(\) +0n/,
    /vec\.get\(2\)\.asDouble\(\) +4/,
    /vec\.get\(2\)\.asString\(\) +""/,
    /vec\.get\(2\)\.toString\(\) +"4\.0"/,
    /map\.get\('foo'\)\.asUint8\(\) +100/,
    /map\.get\('unknown'\)\.isNull\(\) +true/,
  ])
    expect(stdout).toMatch(row);
  expect(stdout).toContain('What to try next');
});
