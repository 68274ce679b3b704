// Writes and reads a monster; the bundle's result is in `globalThis.report`.
import { Builder, ByteBuffer } from '@fb/flatbuffers';
import { Color, Vec3 } from './common.fbs';
import { Items_Weapon as Weapon } from './items/weapon.fbs';
import { decodeMonster, encodeMonster, Equipment, Monster, verifyMonster } from './monster.fbs';

const bytes = encodeMonster({
  name: 'Orc',
  pos: { x: 1, y: 2, z: 3 },
  color: Color.Blue,
  weapons: [{ name: 'Axe', damage: 5, owner: { name: 'Ada' } }],
  magic: { spell: 'hop' },
  equipped: { type: Equipment.Items_Weapon, value: { name: 'Sword' } },
});
const monster = Monster.getRootAsMonster(new ByteBuffer(bytes));
globalThis.report = {
  fault: verifyMonster(bytes),
  name: monster.name(),
  color: Color[monster.color()],
  isVec3: monster.pos() instanceof Vec3,
  isWeapon: monster.weapons(0) instanceof Weapon,
  owner: monster.weapons(0).owner().name(),
  decoded: decodeMonster(bytes).magic.spell,
  equipped: monster.equipped(new Weapon()).name(),
  builder: typeof Builder,
};
