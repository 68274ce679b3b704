// Structs: fixed layouts inside of each other, alignment and padding.
import { documentOf, type Sample } from './sample.js';

const schema = `// Structs have no vtables: their fields lie at fixed places, and padding aligns them.
namespace Robot;

enum Joint : ubyte { Base, Shoulder, Elbow, Wrist }

struct Vec3 {
  x:double;
  y:double;
  z:double;
}

struct Pose {
  joint:Joint;
  position:Vec3;
  rotation:[float:4];
  locked:bool;
}

/// Aligned for a vector unit.
struct Matrix (force_align: 16) {
  values:[float:16];
}

table Arm {
  name:string (required);
  poses:[Pose];
  transform:Matrix;
}

root_type Arm;
`;

const json = `{
  "name": "left arm",
  "poses": [
    {
      "joint": "Shoulder",
      "position": { "x": 0, "y": 0.25, "z": 1.5 },
      "rotation": [1, 0, 0, 0],
      "locked": true
    },
    {
      "joint": "Elbow",
      "position": { "x": 0.5, "y": 0.25, "z": 1.5 },
      "rotation": [0.7071, 0, 0.7071, 0],
      "locked": false
    }
  ],
  "transform": { "values": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }
}
`;

export const structs: Sample = {
  id: 'structs',
  name: 'Structs',
  about: 'Fixed layouts, nested, with arrays, alignment and padding',
  state: documentOf('robot.fbs', schema, json),
};
