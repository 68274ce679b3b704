// Binary schemas against the reference compiler, byte for byte. Stored ones are compared with the schemas' vectors.
// ORACLE_RUNS sets how many random schemas are tried, ORACLE_SEED which.
import { parseSchema } from '@fb/idl';
import { writeBfbs, type WriteBfbsOptions } from '@fb/schema/bfbs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';
import { vectorText } from '../src/vectors.js';

const FLAGS: readonly (readonly [WriteBfbsOptions, readonly string[]])[] = [
  [{}, []],
  [{ comments: true }, ['--bfbs-comments']],
  [{ builtins: true }, ['--bfbs-builtins']],
  [
    { comments: true, builtins: true, sizePrefixed: true },
    ['--bfbs-comments', '--bfbs-builtins', '--size-prefixed'],
  ],
];

const numRuns = Number(process.env['ORACLE_RUNS'] ?? 500);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);

describe('binary schemas', async () => {
  const oracle = await flatc();

  function reference(
    text: string | Uint8Array,
    flags: readonly string[],
  ): { bytes: Uint8Array | null; stderr: string } {
    const run = oracle.run(['-b', '--schema', ...flags, 'schema.fbs'], { 'schema.fbs': text });
    return { bytes: run.files.get('schema.bfbs') ?? null, stderr: run.stderr };
  }

  it('of the tutorial are the same', () => {
    const dialect = parseSchema(vectorText('tutorial/monster.fbs')).schema;
    if (dialect === null) throw new Error('the tutorial is not accepted');
    for (const [options, flags] of FLAGS) {
      const { bytes, stderr } = reference(CANONICAL_MONSTER, flags);
      expect(stderr).toBe('');
      expect(hex(writeBfbs(dialect, options))).toBe(hex(bytes ?? new Uint8Array()));
    }
  });

  it('of random schemas are the same', () => {
    fc.assert(
      fc.property(schemaText, fc.constantFrom(...FLAGS), (text, [options, flags]) => {
        const { bytes, stderr } = reference(text, flags);
        const { schema, diagnostics } = parseSchema(text, { strict: true });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(stderr).not.toContain('error');
        if (schema === null || bytes === null) throw new Error('no schema');
        expect(hex(writeBfbs(schema, options))).toBe(hex(bytes));
      }),
      { numRuns, seed },
    );
  }, 600_000);

  it('keep bytes of documentation that are not UTF-8', () => {
    const text = Buffer.from('/// caf\xe9 \xc3\xa9 \xf0\x9f\x98\x80 \xed\xb2\x80\ntable T {}', 'latin1');
    const { schema } = parseSchema(text, { strict: true });
    const { bytes } = reference(text, ['--bfbs-comments']);
    if (schema === null || bytes === null) throw new Error('no schema');
    expect(hex(writeBfbs(schema, { comments: true }))).toBe(hex(bytes));
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The tutorial's schema in the spelling of the reference. */
const CANONICAL_MONSTER = `namespace MyGame.Sample;
enum Color:byte { Red = 0, Green, Blue = 2 }
table Vec3 { x:float; y:float; z:float; }
union Equipment { Weapon }
table Monster {
  pos:Vec3;
  mana:short = 150;
  hp:short = 100;
  name:string;
  inventory:[ubyte];
  color:Color = Blue;
  weapons:[Weapon];
  equipped:Equipment;
  path:[Vec3];
}
table Weapon { name:string; damage:short; }
root_type Monster;
`;
