// The messages by the classic interface: builders and accessor classes, as the reference compiler's TypeScript has
// them. The same program runs on npm's `flatbuffers` with the reference's code and on our runtime with ours.
import type { fooBars, monster, numbers, samples, texts } from './messages-data.js';

/** What of a runtime is used here: npm's package and ours both have it. */
export interface ClassicRuntime {
  readonly Builder: new (size: number) => ClassicBuilder;
  readonly ByteBuffer: new (bytes: Uint8Array) => object;
}

interface ClassicBuilder {
  clear(): void;
  createString(text: string): number;
  endVector(): number;
  finish(root: number): void;
  asUint8Array(): Uint8Array;
}

type Methods<Name extends string> = Readonly<Record<Name, (...args: unknown[]) => number>>;

/** What of the generated classes is used here. */
export interface Classes {
  readonly Weapon: Methods<'startWeapon' | 'addName' | 'addDamage' | 'endWeapon'> & (new () => WeaponView);
  readonly FooBar: Methods<
    'startFooBar' | 'addSibling' | 'addName' | 'addRating' | 'addPostfix' | 'endFooBar'
  >;
  readonly Bar: Methods<'createBar'>;
  readonly FooBars: Methods<
    | 'createListVector'
    | 'startFooBars'
    | 'addList'
    | 'addInitialized'
    | 'addFruit'
    | 'addLocation'
    | 'endFooBars'
  >;
  readonly Monster: Methods<
    | 'createInventoryVector'
    | 'createWeaponsVector'
    | 'startPathVector'
    | 'createTagsVector'
    | 'createScoresVector'
    | 'startMonster'
    | 'addPos'
    | 'addMana'
    | 'addHp'
    | 'addName'
    | 'addFriendly'
    | 'addInventory'
    | 'addColor'
    | 'addWeapons'
    | 'addEquippedType'
    | 'addEquipped'
    | 'addPath'
    | 'addTags'
    | 'addStats'
    | 'addScores'
    | 'endMonster'
  >;
  readonly Vec3: Methods<'createVec3'>;
  readonly Stats: Methods<'startStats' | 'addLevel' | 'addExp' | 'addLuck' | 'addTitle' | 'endStats'>;
  readonly Numbers: Methods<
    'startPointsVector' | 'createSamplesVector' | 'startNumbers' | 'addPoints' | 'addSamples' | 'endNumbers'
  >;
  readonly Samples: Methods<'createSamplesVector' | 'startSamples' | 'addSamples' | 'endSamples'>;
  readonly Texts: Methods<'createLinesVector' | 'startTexts' | 'addLines' | 'endTexts'>;
}

type Opener = Readonly<Record<string, Readonly<Record<string, (bytes: object) => unknown>>>>;

/** Encoders and readers over one runtime and the classes generated for it. */
export function classic(runtime: ClassicRuntime, classes: Classes) {
  const builder = new runtime.Builder(1024);
  const { Bar, FooBar, FooBars, Monster, Numbers, Samples, Stats, Texts, Vec3, Weapon } = classes;
  const open = (type: string, bytes: Uint8Array): unknown =>
    (classes as unknown as Opener)[type]?.[`getRootAs${type}`]?.(new runtime.ByteBuffer(bytes));

  function finished(root: number): Uint8Array {
    builder.finish(root);
    return builder.asUint8Array();
  }

  function weapon({ name, damage }: { name: string; damage: number }): number {
    const at = builder.createString(name);
    Weapon.startWeapon(builder);
    Weapon.addName(builder, at);
    Weapon.addDamage(builder, damage);
    return Weapon.endWeapon(builder);
  }

  return {
    encodeFooBars(value: typeof fooBars): Uint8Array {
      builder.clear();
      const list = value.list.map((each) => {
        const name = builder.createString(each.name);
        const { parent, time, ratio, size } = each.sibling;
        FooBar.startFooBar(builder);
        FooBar.addSibling(
          builder,
          Bar.createBar(builder, parent.id, parent.count, parent.prefix, parent.length, time, ratio, size),
        );
        FooBar.addName(builder, name);
        FooBar.addRating(builder, each.rating);
        FooBar.addPostfix(builder, each.postfix);
        return FooBar.endFooBar(builder);
      });
      const location = builder.createString(value.location);
      const vector = FooBars.createListVector(builder, list);
      FooBars.startFooBars(builder);
      FooBars.addList(builder, vector);
      FooBars.addInitialized(builder, value.initialized);
      FooBars.addFruit(builder, value.fruit);
      FooBars.addLocation(builder, location);
      return finished(FooBars.endFooBars(builder));
    },

    encodeMonster(value: typeof monster): Uint8Array {
      builder.clear();
      const name = builder.createString(value.name);
      const inventory = Monster.createInventoryVector(builder, value.inventory);
      const weapons = Monster.createWeaponsVector(builder, value.weapons.map(weapon));
      const equipped = weapon(value.equipped.value);
      Monster.startPathVector(builder, value.path.length);
      for (const { x, y, z } of value.path.toReversed()) Vec3.createVec3(builder, x, y, z);
      const path = builder.endVector();
      const tags = Monster.createTagsVector(
        builder,
        value.tags.map((tag) => builder.createString(tag)),
      );
      const title = builder.createString(value.stats.title);
      Stats.startStats(builder);
      Stats.addLevel(builder, value.stats.level);
      Stats.addExp(builder, value.stats.exp);
      Stats.addLuck(builder, value.stats.luck);
      Stats.addTitle(builder, title);
      const stats = Stats.endStats(builder);
      const scores = Monster.createScoresVector(builder, value.scores);
      Monster.startMonster(builder);
      Monster.addPos(builder, Vec3.createVec3(builder, value.pos.x, value.pos.y, value.pos.z));
      Monster.addMana(builder, value.mana);
      Monster.addHp(builder, value.hp);
      Monster.addName(builder, name);
      Monster.addFriendly(builder, value.friendly);
      Monster.addInventory(builder, inventory);
      Monster.addColor(builder, value.color);
      Monster.addWeapons(builder, weapons);
      Monster.addEquippedType(builder, value.equipped.type);
      Monster.addEquipped(builder, equipped);
      Monster.addPath(builder, path);
      Monster.addTags(builder, tags);
      Monster.addStats(builder, stats);
      Monster.addScores(builder, scores);
      return finished(Monster.endMonster(builder));
    },

    encodeNumbers(value: typeof numbers): Uint8Array {
      builder.clear();
      const { points } = value;
      Numbers.startPointsVector(builder, points.length);
      for (let i = points.length - 1; i >= 0; i--) {
        const { x, y, z } = points[i] ?? ORIGIN;
        Vec3.createVec3(builder, x, y, z);
      }
      const vector = builder.endVector();
      const samples = Numbers.createSamplesVector(builder, value.samples);
      Numbers.startNumbers(builder);
      Numbers.addPoints(builder, vector);
      Numbers.addSamples(builder, samples);
      return finished(Numbers.endNumbers(builder));
    },

    encodeSamples(value: typeof samples): Uint8Array {
      builder.clear();
      const vector = Samples.createSamplesVector(builder, value.samples);
      Samples.startSamples(builder);
      Samples.addSamples(builder, vector);
      return finished(Samples.endSamples(builder));
    },

    encodeTexts(value: typeof texts): Uint8Array {
      builder.clear();
      const lines = Texts.createLinesVector(
        builder,
        value.lines.map((line) => builder.createString(line)),
      );
      Texts.startTexts(builder);
      Texts.addLines(builder, lines);
      return finished(Texts.endTexts(builder));
    },

    openFooBars: (bytes: Uint8Array) => open('FooBars', bytes) as FooBarsView,
    openMonster: (bytes: Uint8Array) => open('Monster', bytes) as MonsterView,
    openNumbers: (bytes: Uint8Array) => open('Numbers', bytes) as NumbersView,
    openSamples: (bytes: Uint8Array) => open('Samples', bytes) as SamplesView,
    openTexts: (bytes: Uint8Array) => open('Texts', bytes) as TextsView,
    sumMonster: (root: MonsterView) => sumMonster(root, new Weapon()),
  };
}

const ORIGIN = { x: 0, y: 0, z: 0 };

interface FooBarView {
  sibling(): {
    parent(): { id(): bigint; count(): number; prefix(): number; length(): number };
    time(): number;
    ratio(): number;
    size(): number;
  };
  name(): string;
  rating(): number;
  postfix(): number;
}

export interface FooBarsView {
  list(index: number): FooBarView;
  listLength(): number;
  initialized(): boolean;
  fruit(): number;
  location(): string;
}

interface Vec3View {
  x(): number;
  y(): number;
  z(): number;
}

interface WeaponView {
  name(): string;
  damage(): number;
}

export interface MonsterView {
  pos(): Vec3View;
  mana(): number;
  hp(): number;
  name(): string;
  friendly(): boolean;
  inventoryArray(): Uint8Array;
  color(): number;
  weapons(index: number): WeaponView;
  weaponsLength(): number;
  equipped(into: WeaponView): WeaponView;
  path(index: number): Vec3View;
  pathLength(): number;
  tags(index: number): string;
  tagsLength(): number;
  stats(): { level(): number; exp(): bigint; luck(): number; title(): string };
  scores(index: number): number;
  scoresLength(): number;
}

export interface NumbersView {
  points(index: number, into?: Vec3View): Vec3View;
  pointsLength(): number;
  samples(index: number): number;
  samplesLength(): number;
  samplesArray(): Float64Array;
}

export interface SamplesView {
  samples(index: number): number;
  samplesLength(): number;
  samplesArray(): Float64Array;
}

export interface TextsView {
  lines(index: number): string;
  linesLength(): number;
}

export function sumFooBars(root: FooBarsView): number {
  let sum = Number(root.initialized()) + root.fruit() + root.location().length;
  const length = root.listLength();
  for (let i = 0; i < length; i++) {
    const each = root.list(i);
    sum += each.name().length + each.rating() + each.postfix();
    const sibling = each.sibling();
    sum += sibling.time() + sibling.ratio() + sibling.size();
    const parent = sibling.parent();
    sum += low(parent.id()) + parent.count() + parent.prefix() + parent.length();
  }
  return sum;
}

function sumMonster(root: MonsterView, into: WeaponView): number {
  let sum = root.mana() + root.hp() + root.name().length + Number(root.friendly()) + root.color();
  sum += sumVec3(root.pos());
  for (const each of root.inventoryArray()) sum += each;
  for (let i = 0, n = root.weaponsLength(); i < n; i++) sum += sumWeapon(root.weapons(i));
  sum += sumWeapon(root.equipped(into));
  for (let i = 0, n = root.pathLength(); i < n; i++) sum += sumVec3(root.path(i));
  for (let i = 0, n = root.tagsLength(); i < n; i++) sum += root.tags(i).length;
  const stats = root.stats();
  sum += stats.level() + low(stats.exp()) + stats.luck() + stats.title().length;
  for (let i = 0, n = root.scoresLength(); i < n; i++) sum += root.scores(i);
  return sum;
}

function sumVec3(at: Vec3View): number {
  return at.x() + at.y() + at.z();
}

function sumWeapon(weapon: WeaponView): number {
  return weapon.name().length + weapon.damage();
}

export function sumNumbers(root: NumbersView): number {
  let sum = 0;
  for (let i = 0, n = root.pointsLength(); i < n; i++) sum += sumVec3(root.points(i));
  for (let i = 0, n = root.samplesLength(); i < n; i++) sum += root.samples(i);
  return sum;
}

export function sumSamples(root: SamplesView): number {
  let sum = 0;
  for (let i = 0, n = root.samplesLength(); i < n; i++) sum += root.samples(i);
  return sum;
}

/** With the view of the doubles instead of a call for each. */
export function sumSamplesByView(root: SamplesView): number {
  const samples = root.samplesArray();
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i] ?? 0;
  return sum;
}

export function sumTexts(root: TextsView): number {
  let sum = 0;
  for (let i = 0, n = root.linesLength(); i < n; i++) sum += root.lines(i).length;
  return sum;
}

/** The low 32 bits of a 64-bit integer: what engines read without making a bigint. */
export function low(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}
