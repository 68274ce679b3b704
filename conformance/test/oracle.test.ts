import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';

// The tutorial's schema in the spelling flatc accepts.
const monster = `namespace MyGame.Sample;
enum Color:byte { Red = 0, Green, Blue = 2 }
table Vec3 { x:float; y:float; z:float; }
table Monster { pos:Vec3; mana:short = 150; hp:short = 100; name:string; color:Color = Blue; }
root_type Monster;
`;

describe('the oracle', async () => {
  const oracle = await flatc();

  it('compiles JSON with a schema', () => {
    const run = oracle.run(['-b', 'monster.fbs', 'orc.json'], {
      'monster.fbs': monster,
      'orc.json': '{name:"Orc"}',
    });
    expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect([...run.files.keys()]).toEqual(['orc.bin']);
    expect(Buffer.from(run.files.get('orc.bin') ?? []).toString('latin1')).toContain('Orc');
  });

  it('gives the files below folders', () => {
    const run = oracle.run(['--ts', '-o', 'out', 'in/monster.fbs'], { 'in/monster.fbs': monster });
    expect(run.status).toBe(0);
    expect([...run.files.keys()]).toContain('out/my-game/sample/monster.ts');
    expect([...run.files.keys()]).not.toContain('in/monster.fbs');
  });

  it('starts every run in an empty folder', () => {
    expect(oracle.run(['--schema', '-b', 'monster.fbs']).status).toBe(1);
    expect(oracle.run(['--schema', '-b', 'monster.fbs'], { 'monster.fbs': monster }).status).toBe(0);
  });

  it('gives errors, and leaves the exit code of this process alone', () => {
    const run = oracle.run(['--schema', '-b', 'bad.fbs'], { 'bad.fbs': 'table T{a:Ghost;}' });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('Ghost');
    expect(run.files.size).toBe(0);
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('gives unfinished lines of output to the run that wrote them', () => {
    expect(oracle.run(['-b', 'missing.fbs'])).toMatchObject({ status: 1, stdout: 'flatc: ' });
    expect(oracle.run(['--version'])).toMatchObject({ status: 0, stdout: 'flatc version 25.12.19\n' });
  });
});
