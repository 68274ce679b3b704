// Schemas of many shapes, made at random, against the reference compiler itself: both accept, and write the same
// binary schema, or both refuse. ORACLE_RUNS sets how many are tried, ORACLE_SEED which.
import { renderDiagnostic } from '@fb/diagnostics';
import { parseSchema } from '@fb/idl';
import { writeBfbs } from '@fb/schema/bfbs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatc, type Oracle } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';

const numRuns = Number(process.env['ORACLE_RUNS'] ?? 500);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);

/** The compiler is replaced after so many schemas that it refused: it crashes after about 2000. */
const MAX_REFUSALS = 500;
let oracle: Oracle | null = null;
let refusals = 0;

/** The binary schema as each writes it; `null` if the schema is refused. */
async function both(
  text: string,
): Promise<{ ours: Uint8Array | null; reference: Uint8Array | null; said: string }> {
  if (oracle === null || refusals > MAX_REFUSALS) {
    oracle = await flatc();
    refusals = 0;
  }
  const run = oracle.run(['-b', '--schema', '--bfbs-comments', '--bfbs-builtins', 'x.fbs'], {
    'x.fbs': text,
  });
  const { schema, diagnostics } = parseSchema(text, { path: 'x.fbs', strict: true });
  const ours = schema === null ? null : writeBfbs(schema, { comments: true, builtins: true });
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((each) => renderDiagnostic(each));
  const reference = run.files.get('x.bfbs') ?? null;
  if (reference === null) refusals++;
  return {
    ours,
    reference,
    said: `${text}\nours: ${errors.join('\n')}\nreference: ${run.stdout}${run.stderr}`,
  };
}

/** Says what differs, with the text and what both said about it; nothing if they agree. */
async function difference(text: string): Promise<string> {
  const { ours, reference, said } = await both(text);
  if ((ours === null) !== (reference === null)) return said;
  if (ours === null || reference === null) return '';
  return Buffer.compare(ours, reference) === 0 ? '' : `bytes differ\n${said}`;
}

const scalar = fc.constantFrom(
  'bool',
  'byte',
  'ubyte',
  'short',
  'ushort',
  'int',
  'uint',
  'long',
  'ulong',
  'float',
  'double',
);
const typeName = fc.constantFrom('A', 'B', 'C', 'D', 'S', 'Z', 'E', 'F', 'N.A', 'N.M.B', 'M.B');
const lower = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'u', 'u_type', 'a_length');
const upper = fc.constantFrom('A', 'B', 'C', 'D', 'S', 'Z', 'E', 'F');
const doc = fc.constantFrom('', '', '', '/// text\n', '///a\n/// b\n', '// no\n');
const fieldType = fc.oneof(
  scalar,
  scalar,
  fc.constant('string'),
  typeName,
  fc.oneof(scalar, typeName, fc.constant('string')).map((name) => `[${name}]`),
);
const value = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' = 1',
  ' = 0',
  ' = -1',
  ' = 2.5',
  ' = null',
  ' = "x"',
  ' = []',
  ' = true',
  ' = P',
  ' = "P Q"',
  ' = 0x7f',
  ' = " 7 "',
  ' = nan',
  ' = sin(1)',
  ' = cos(rad(60))',
  ' = deg(atan(.1e1))',
  ' = "E.P"',
);
const attributes = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' (deprecated)',
  ' (required)',
  ' (key)',
  ' (mine: 3, deprecated)',
  ' (shared)',
  ' (id: 0)',
  ' (id: 1)',
  ' (offset64)',
  ' (vector64)',
  ' (nested_flatbuffer: "A")',
  ' (flexbuffer)',
  ' (hash: "fnv1_32")',
  ' (native_inline)',
);
const field = fc
  .tuple(doc, lower, fieldType, value, attributes)
  .map(([text, name, type, start, more]) => `${text}${name}:${type}${start}${more};\n`);
const table = fc
  .tuple(doc, upper, fc.array(field, { maxLength: 6 }))
  .map(([text, name, fields]) => `${text}table ${name} {\n${fields.join('')}}\n`);
const member = fc
  .tuple(
    lower,
    fc.oneof(
      scalar,
      typeName,
      scalar.map((name) => `[${name}:3]`),
    ),
  )
  .map(([name, type]) => `${name}:${type};\n`);
const structAttributes = fc.constantFrom('', '', ' (force_align: 8)', ' (force_align: 4)');
const struct = fc
  .tuple(upper, structAttributes, fc.array(member, { maxLength: 4 }))
  .map(([name, more, members]) => `struct ${name}${more} {\n${members.join('')}}\n`);
const enumValue = fc
  .tuple(
    doc,
    fc.constantFrom('P', 'Q', 'R', 'T'),
    fc.constantFrom('', '', ' = 0', ' = 1', ' = 5', ' = -2', ' = 8'),
  )
  .map(([text, name, number]) => `${text}${name}${number}`);
const enumType = fc.constantFrom('byte', 'ubyte', 'short', 'ulong', 'long', 'int', 'bool');
const enumeration = fc
  .tuple(
    upper,
    enumType,
    fc.constantFrom('', '', ' (bit_flags)', ' (mine)'),
    fc.array(enumValue, { maxLength: 4 }),
  )
  .map(([name, type, more, values]) => `enum ${name}:${type}${more} {\n${values.join(',\n')}\n}\n`);
const unionMember = fc.oneof(
  typeName,
  fc.tuple(lower, fc.oneof(typeName, fc.constant('string'))).map(([name, type]) => `${name}:${type}`),
  typeName.map((name) => `${name} = 9`),
);
const union = fc
  .tuple(upper, fc.constantFrom('', '', ':ubyte', ':int'), fc.array(unionMember, { maxLength: 3 }))
  .map(([name, type, members]) => `union ${name}${type} { ${members.join(', ')} }\n`);
const service = fc
  .tuple(upper, typeName, typeName)
  .map(
    ([name, request, response]) =>
      `rpc_service ${name} { Call(${request}):${response} (streaming: "none"); }\n`,
  );
const other = fc.constantFrom(
  'namespace N;\n',
  'namespace N.M;\n',
  'namespace ;\n',
  'root_type A;\n',
  'root_type N.A;\n',
  'file_identifier "ABCD";\n',
  'file_extension "abc";\n',
);
const declaration = fc.oneof({ arbitrary: table, weight: 4 }, struct, enumeration, union, other, {
  arbitrary: service,
  weight: 1,
});
const schema = fc
  .array(declaration, { minLength: 1, maxLength: 7 })
  .map((parts) => `attribute "mine";\n${parts.join('')}`);

describe('against the reference compiler', () => {
  it('random schemas are taken alike', async () => {
    await fc.assert(
      fc.asyncProperty(schema, async (text) => {
        expect(await difference(text)).toBe('');
      }),
      { numRuns, seed },
    );
  }, 600_000);

  it('schemas with a token removed, doubled or swapped are taken alike', async () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom('remove', 'double', 'swap'));
    await fc.assert(
      fc.asyncProperty(schemaText, change, async (text, [at, how]) => {
        expect(await difference(changed(text, at, how))).toBe('');
      }),
      { numRuns, seed },
    );
  }, 600_000);
});

/** The text with one of its tokens changed. */
function changed(text: string, at: number, how: string): string {
  const tokens = text.match(/\/\/[^\n]*\n|"[^"\n]*"|[\w.]+|\s+|[^]/g) ?? [];
  const solid = tokens.flatMap((token, i) => (/^(\s|\/\/)/.test(token) ? [] : [i]));
  const place = solid[at % solid.length] ?? 0;
  const next = solid[(at + 1) % solid.length] ?? 0;
  const [token = '', following = ''] = [tokens[place], tokens[next]];
  if (how === 'remove') tokens[place] = '';
  else if (how === 'double') tokens[place] = `${token} ${token}`;
  else [tokens[place], tokens[next]] = [following, token];
  return tokens.join('');
}
