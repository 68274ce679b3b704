// Unions: a tag and a value, alone and in a vector; types come from an included file.
import { documentOf, type Sample } from './sample.js';

const schema = `// A union is two fields: a tag, and an offset to what the tag says.
include "shapes.fbs";
namespace Drawing;

union Shape { Shapes.Circle, Shapes.Box, Label: string }

table Layer {
  name:string;
  shapes:[Shape];
  selected:Shape;
}

root_type Layer;
`;

const shapes = `namespace Shapes;

table Circle {
  x:float;
  y:float;
  radius:float = 1;
}

struct Box {
  left:float;
  top:float;
  width:float;
  height:float;
}
`;

const json = `{
  "name": "front",
  "shapes_type": ["Shapes_Circle", "Shapes_Box", "Label"],
  "shapes": [
    { "x": 3, "y": 4, "radius": 2.5 },
    { "left": 0, "top": 0, "width": 8, "height": 6 },
    "a circle in a box"
  ],
  "selected_type": "Shapes_Circle",
  "selected": { "x": 3, "y": 4 }
}
`;

const one = documentOf('drawing.fbs', schema, json);

export const unions: Sample = {
  id: 'unions',
  name: 'Unions and includes',
  about: 'Tables, structs and strings in unions and vectors of them; two files',
  state: { ...one, files: [...one.files, { path: 'shapes.fbs', text: shapes }] },
};
