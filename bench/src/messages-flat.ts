// The messages read by the functions that read single fields: no object is made.
import { Decoder, vectorLength, type At } from '@fb/flatbuffers';
import { low } from './messages-classic.js';

/** Generated functions by name. */
export type Functions = Readonly<Record<string, never>>;

type Field<R> = (decoder: Decoder, at: number) => R;
type Item<R> = (decoder: Decoder, at: number, index: number) => R;
type List = At<readonly unknown[]>;

/** Readers over the generated functions. */
export function flat(functions: Functions) {
  const field = <R>(name: string): Field<R> => functions[name] as unknown as Field<R>;
  const item = <R>(name: string): Item<R> => functions[name] as unknown as Item<R>;
  const fooBarsList = field<List>('fooBarsList');
  const fooBarsListItem = item<number>('fooBarsListItem');
  const fooBarsInitialized = field<boolean>('fooBarsInitialized');
  const fooBarsFruit = field<number>('fooBarsFruit');
  const fooBarsLocation = field<string>('fooBarsLocation');
  const fooBarSibling = field<number>('fooBarSibling');
  const fooBarName = field<string>('fooBarName');
  const fooBarRating = field<number>('fooBarRating');
  const fooBarPostfix = field<number>('fooBarPostfix');
  const barParent = field<number>('barParent');
  const barTime = field<number>('barTime');
  const barRatio = field<number>('barRatio');
  const barSize = field<number>('barSize');
  const fooId = field<bigint>('fooId');
  const fooCount = field<number>('fooCount');
  const fooPrefix = field<number>('fooPrefix');
  const fooLength = field<number>('fooLength');
  const monsterPos = field<number>('monsterPos');
  const monsterMana = field<number>('monsterMana');
  const monsterHp = field<number>('monsterHp');
  const monsterName = field<string>('monsterName');
  const monsterFriendly = field<boolean>('monsterFriendly');
  const monsterInventory = field<List>('monsterInventory');
  const monsterInventoryItem = item<number>('monsterInventoryItem');
  const monsterColor = field<number>('monsterColor');
  const monsterWeapons = field<List>('monsterWeapons');
  const monsterWeaponsItem = item<number>('monsterWeaponsItem');
  const monsterEquipped = field<number>('monsterEquipped');
  const monsterPath = field<List>('monsterPath');
  const monsterPathItem = item<number>('monsterPathItem');
  const monsterTags = field<List>('monsterTags');
  const monsterTagsItem = item<string>('monsterTagsItem');
  const monsterStats = field<number>('monsterStats');
  const monsterScores = field<List>('monsterScores');
  const monsterScoresItem = item<number>('monsterScoresItem');
  const weaponName = field<string>('weaponName');
  const weaponDamage = field<number>('weaponDamage');
  const statsLevel = field<number>('statsLevel');
  const statsExp = field<bigint>('statsExp');
  const statsLuck = field<number>('statsLuck');
  const statsTitle = field<string>('statsTitle');
  const vec3X = field<number>('vec3X');
  const vec3Y = field<number>('vec3Y');
  const vec3Z = field<number>('vec3Z');
  const numbersPoints = field<List>('numbersPoints');
  const numbersPointsItem = item<number>('numbersPointsItem');
  const numbersSamples = field<List>('numbersSamples');
  const numbersSamplesItem = item<number>('numbersSamplesItem');
  const samplesSamples = field<List>('samplesSamples');
  const samplesSamplesItem = item<number>('samplesSamplesItem');
  const textsLines = field<List>('textsLines');
  const textsLinesItem = item<string>('textsLinesItem');

  const sumVec3 = (decoder: Decoder, at: number): number =>
    vec3X(decoder, at) + vec3Y(decoder, at) + vec3Z(decoder, at);
  const sumWeapon = (decoder: Decoder, at: number): number =>
    weaponName(decoder, at).length + weaponDamage(decoder, at);

  return {
    FooBars(decoder: Decoder): number {
      const root = decoder.follow(0);
      let sum = Number(fooBarsInitialized(decoder, root)) + fooBarsFruit(decoder, root);
      sum += fooBarsLocation(decoder, root).length;
      const list = fooBarsList(decoder, root);
      for (let i = 0, n = vectorLength(decoder, list); i < n; i++) {
        const each = fooBarsListItem(decoder, list, i);
        sum += fooBarName(decoder, each).length + fooBarRating(decoder, each) + fooBarPostfix(decoder, each);
        const sibling = fooBarSibling(decoder, each);
        sum += barTime(decoder, sibling) + barRatio(decoder, sibling) + barSize(decoder, sibling);
        const parent = barParent(decoder, sibling);
        sum += low(fooId(decoder, parent)) + fooCount(decoder, parent);
        sum += fooPrefix(decoder, parent) + fooLength(decoder, parent);
      }
      return sum;
    },
    Monster(decoder: Decoder): number {
      const root = decoder.follow(0);
      let sum = monsterMana(decoder, root) + monsterHp(decoder, root) + monsterName(decoder, root).length;
      sum += Number(monsterFriendly(decoder, root)) + monsterColor(decoder, root);
      sum += sumVec3(decoder, monsterPos(decoder, root));
      const inventory = monsterInventory(decoder, root);
      for (let i = 0, n = vectorLength(decoder, inventory); i < n; i++)
        sum += monsterInventoryItem(decoder, inventory, i);
      const weapons = monsterWeapons(decoder, root);
      for (let i = 0, n = vectorLength(decoder, weapons); i < n; i++)
        sum += sumWeapon(decoder, monsterWeaponsItem(decoder, weapons, i));
      sum += sumWeapon(decoder, monsterEquipped(decoder, root));
      const path = monsterPath(decoder, root);
      for (let i = 0, n = vectorLength(decoder, path); i < n; i++)
        sum += sumVec3(decoder, monsterPathItem(decoder, path, i));
      const tags = monsterTags(decoder, root);
      for (let i = 0, n = vectorLength(decoder, tags); i < n; i++)
        sum += monsterTagsItem(decoder, tags, i).length;
      const stats = monsterStats(decoder, root);
      sum += statsLevel(decoder, stats) + low(statsExp(decoder, stats)) + statsLuck(decoder, stats);
      sum += statsTitle(decoder, stats).length;
      const scores = monsterScores(decoder, root);
      for (let i = 0, n = vectorLength(decoder, scores); i < n; i++)
        sum += monsterScoresItem(decoder, scores, i);
      return sum;
    },
    Numbers(decoder: Decoder): number {
      const root = decoder.follow(0);
      let sum = 0;
      const points = numbersPoints(decoder, root);
      for (let i = 0, n = vectorLength(decoder, points); i < n; i++)
        sum += sumVec3(decoder, numbersPointsItem(decoder, points, i));
      const samples = numbersSamples(decoder, root);
      for (let i = 0, n = vectorLength(decoder, samples); i < n; i++)
        sum += numbersSamplesItem(decoder, samples, i);
      return sum;
    },
    Samples(decoder: Decoder): number {
      let sum = 0;
      const samples = samplesSamples(decoder, decoder.follow(0));
      for (let i = 0, n = vectorLength(decoder, samples); i < n; i++)
        sum += samplesSamplesItem(decoder, samples, i);
      return sum;
    },
    Texts(decoder: Decoder): number {
      let sum = 0;
      const lines = textsLines(decoder, decoder.follow(0));
      for (let i = 0, n = vectorLength(decoder, lines); i < n; i++)
        sum += textsLinesItem(decoder, lines, i).length;
      return sum;
    },
    field: {
      FooBars: (decoder: Decoder): number => fooBarsFruit(decoder, decoder.follow(0)),
      Monster: (decoder: Decoder): number => monsterHp(decoder, decoder.follow(0)),
    },
  };
}
