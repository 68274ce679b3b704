// A tensor file: numbers in bulk, aligned so that they can be used in place.
import { documentOf, type Sample } from './sample.js';

const schema = `// A small model file: numbers are used where they lie, without copying.
namespace Model;

enum Element : byte { Float32, Int8 }

struct Shape {
  rows:uint;
  columns:uint;
}

table Tensor {
  name:string (key);
  shape:Shape;
  element:Element;
  /// Starts at a multiple of 16 for vector units.
  data:[ubyte] (force_align: 16);
}

table File {
  version:ushort = 1;
  tensors:[Tensor];
  scales:[float];
}

root_type File;
file_identifier "TNSR";
file_extension "tensors";
`;

/** The little-endian bytes of some floats, as JSON gives bytes. */
function floats(values: readonly number[]): string {
  return Array.from(new Uint8Array(Float32Array.from(values).buffer)).join(', ');
}

const json = `{
  "tensors": [
    {
      "name": "bias",
      "shape": { "rows": 1, "columns": 4 },
      "data": [${floats([0.5, -0.5, 0.25, 1])}]
    },
    {
      "name": "weights",
      "shape": { "rows": 2, "columns": 4 },
      "element": "Int8",
      "data": [12, 250, 3, 0, 127, 128, 1, 255]
    }
  ],
  "scales": [1, 0.0078125]
}
`;

export const tensors: Sample = {
  id: 'tensors',
  name: 'Tensor file',
  about: 'Aligned numbers in bulk, a sorted vector, a file identifier',
  state: documentOf('model.fbs', schema, json),
};
