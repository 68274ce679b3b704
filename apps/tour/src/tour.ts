// The tour: one monster travels through every package. Read it from top to bottom; each chapter is one thing to do.
import { readFileSync } from 'node:fs';
import { typescriptGenerator } from '@fb/codegen-typescript';
import { renderDiagnostic } from '@fb/diagnostics';
import { Builder, ByteBuffer } from '@fb/flatbuffers';
import { Builder as FlexBuilder, getRoot, verify as verifyFlexBuffer } from '@fb/flexbuffers';
import { loadSchema } from '@fb/idl';
import { inspectFlatBuffer, renderInspection } from '@fb/inspect';
import { parseJson, printJson } from '@fb/json';
import { Color, Equipment, Monster, Vec3, Weapon, verifyMonster } from './generated/my-game/sample.js';
import { chapter, hex, quote, table } from './page.js';

// ── 1. A schema ─────────────────────────────────────────────────────────────────────────────────────────────────────
chapter('1. Compile the schema');
const schemaFolder = new URL('../schemas/', import.meta.url);
const { schema, diagnostics } = loadSchema('monster.fbs', {
  readFile: (path) => readFileSync(new URL(path, schemaFolder)),
});
// This schema uses the dialect of an old tutorial. It compiles, and each warning shows the spelling of today.
for (const diagnostic of diagnostics) quote(`${renderDiagnostic(diagnostic)}\n`);
if (schema === null) throw new Error('the schema of the tour does not compile');
quote(
  `${schema.objects.length} tables, ${schema.enums.length} enums and unions, root ${schema.root?.fullName}`,
);

// ── 2. Code ─────────────────────────────────────────────────────────────────────────────────────────────────────────
chapter('2. Generate TypeScript from it');
quote('These files, with their numbers of lines:');
table(
  typescriptGenerator
    .generate(schema, {})
    .files.map(({ path, content }) => [path, content.split('\n').length - 1]),
);
// `flatc --ts -o src/generated schemas/monster.fbs` wrote the same files when this app was built; they are imported above.

// ── 3. An object to bytes ───────────────────────────────────────────────────────────────────────────────────────────
chapter('3. Build an orc: children first, then the monster');
const builder = new Builder(256);
// Fields may be added in any order. This one, larger fields first and the last of a size first, is the reference compiler's
// for JSON: so chapter 6 can come back to the very same bytes.
function vec3(x: number, y: number, z: number): number {
  Vec3.startVec3(builder);
  Vec3.addZ(builder, z);
  Vec3.addY(builder, y);
  Vec3.addX(builder, x);
  return Vec3.endVec3(builder);
}
const weapon = (name: string, damage: number): number =>
  Weapon.createWeapon(builder, builder.createString(name), damage);

const pos = vec3(1, 2, 3);
const name = builder.createString('Orc');
const inventory = Monster.createInventoryVector(builder, Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
const weapons = Monster.createWeaponsVector(builder, [weapon('Sword', 3), weapon('Axe', 5)]);
const equipped = weapon('Axe', 5);
const path = Monster.createPathVector(builder, [vec3(1, 2, 3), vec3(4, 5, 6)]);

Monster.startMonster(builder);
Monster.addPath(builder, path);
Monster.addEquipped(builder, equipped);
Monster.addWeapons(builder, weapons);
Monster.addInventory(builder, inventory);
Monster.addName(builder, name);
Monster.addPos(builder, pos);
Monster.addHp(builder, 300);
Monster.addEquippedType(builder, Equipment.Weapon);
Monster.addColor(builder, Color.Red);
Monster.finishMonsterBuffer(builder, Monster.endMonster(builder));
const bytes = builder.asUint8Array();
quote(`${bytes.length} bytes`);

// ── 4. Bytes to fields ──────────────────────────────────────────────────────────────────────────────────────────────
chapter('4. Verify the bytes, then read single fields in place');
const damage = verifyMonster(bytes);
if (damage !== null) throw damage;
const monster = Monster.getRootAsMonster(new ByteBuffer(bytes));
table([
  ['verifyMonster(bytes)', damage],
  ['monster.name()', monster.name()],
  ['monster.hp()', monster.hp()],
  ['monster.mana()', monster.mana()], // not in the bytes: the default of the schema
  ['monster.weapons(1).name()', monster.weapons(1)?.name()],
  ['monster.path(1).z()', monster.path(1)?.z()],
  ['monster.inventoryArray()', monster.inventoryArray()],
  ['Color[monster.color()]', Color[monster.color()]],
  ['monster.equipped(new Weapon()).damage()', monster.equipped(new Weapon())?.damage()],
]);
quote(
  `\nThe same bytes cut short are refused, with the place:\n${verifyMonster(bytes.subarray(0, 100))?.message}`,
);

// ── 5. What every byte is ───────────────────────────────────────────────────────────────────────────────────────────
chapter('5. Look at every byte');
quote(renderInspection(inspectFlatBuffer(schema, bytes), bytes));

// ── 6. JSON ─────────────────────────────────────────────────────────────────────────────────────────────────────────
chapter('6. To JSON, and back to bytes');
const json = printJson(schema, bytes);
quote(json);
const again = parseJson(schema, json, { path: 'orc.json' }).bytes;
table([['the same bytes again', again !== null && hex(again) === hex(bytes)]]);
const wrong = parseJson(schema, '{\n  name: "Orc",\n  weapons: [ { damge: 3 } ]\n}', { path: 'wrong.json' });
quote(
  `\nA mistake is shown where it is:\n${wrong.diagnostics.map((each) => renderDiagnostic(each)).join('\n')}`,
);

// ── 7. FlexBuffers ──────────────────────────────────────────────────────────────────────────────────────────────────
chapter('7. Without a schema: FlexBuffers');
const flex = new FlexBuilder();
flex.map((map) => {
  map.vector('vec', (vector) => {
    vector.int(-100);
    vector.string('Fred');
    vector.indirectFloat(4);
  });
  map.int('foo', 100);
});
const flexBytes = flex.finish();
quote(`{ vec: [ -100, "Fred", 4.0 ], foo: 100 } in ${flexBytes.length} bytes:\n${hex(flexBytes)}\n\n`);
const fault = verifyFlexBuffer(flexBytes);
if (fault !== null) throw fault;
const map = getRoot(flexBytes).asMap();
const vec = map.get('vec').asVector();
table([
  ['map.size', map.size],
  ['vec.length', vec.length],
  ['vec.get(0).asInt64()', vec.get(0).asInt64()],
  ['vec.get(1).asString()', vec.get(1).asString()],
  ['vec.get(1).asInt64()', vec.get(1).asInt64()], // not a number: still safe
  ['vec.get(2).asDouble()', vec.get(2).asDouble()],
  ['vec.get(2).asString()', vec.get(2).asString()], // not a string: still safe
  ['vec.get(2).toString()', vec.get(2).toString()], // converted to text
  ["map.get('foo').asUint8()", map.get('foo').asUint8()],
  ["map.get('unknown').isNull()", map.get('unknown').isNull()],
]);

chapter('What to try next');
quote(`npx flatc --ts --gen-object-api -o out apps/tour/schemas/monster.fbs    TypeScript from the schema
npx flatc --help                                                       everything the compiler can do
apps/tour/src/tour.ts                                                  what you just saw, to read
npm test                                                               every check of this project`);
