// The tutorial's Monster, as a schema of today: what the playground opens on.
import { documentOf, type Sample } from './sample.js';

const schema = `// A monster of a game, as in the tutorial.
namespace MyGame.Sample;

enum Color : byte { Red = 0, Green, Blue = 2 }

union Equipment { Weapon }  // Optionally add more tables.

struct Vec3 {
  x:float;
  y:float;
  z:float;
}

table Monster {
  pos:Vec3;
  mana:short = 150;
  hp:short = 100;
  name:string;
  friendly:bool = false (deprecated);
  inventory:[ubyte];
  color:Color = Blue;
  weapons:[Weapon];
  equipped:Equipment;
  path:[Vec3];
}

table Weapon {
  name:string;
  damage:short;
}

root_type Monster;
file_identifier "MONS";
file_extension "mon";
`;

const json = `{
  "pos": { "x": 1, "y": 2, "z": 3 },
  "hp": 300,
  "name": "Orc",
  "inventory": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  "color": "Red",
  "weapons": [
    { "name": "Sword", "damage": 3 },
    { "name": "Axe", "damage": 5 }
  ],
  "equipped_type": "Weapon",
  "equipped": { "name": "Axe", "damage": 5 },
  "path": [{ "x": 1, "y": 2, "z": 3 }, { "x": 4, "y": 5, "z": 6 }]
}
`;

const base = `namespace MyGame.Sample;

enum Color : byte { Red = 0, Green, Blue = 2 }

struct Vec3 {
  x:float;
  y:float;
  z:float;
}

table Monster {
  pos:Vec3;
  mana:short = 150;
  hp:short = 100;
  name:string;
  friendly:bool;
  inventory:[ubyte];
  color:Color = Green;
}

root_type Monster;
file_identifier "MONS";
`;

export const monster: Sample = {
  id: 'monster',
  name: 'Monster',
  about: 'The tutorial: a struct, an enum, a union, vectors of all kinds',
  state: { ...documentOf('monster.fbs', schema, json), base },
};
