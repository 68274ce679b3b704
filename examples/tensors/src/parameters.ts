// Parameters of a model as a buffer: written by block copy, read as views of the bytes.
import { Builder, ByteBuffer } from '@fb/flatbuffers';
import { Parameters } from './generated/model/parameters.js';
import { Tensor } from './generated/model/tensor.js';
import { verifyParameters } from './generated/model.js';

/** A tensor in memory. */
export interface TensorData {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The bytes of a model. The builder gets all memory at once, so that nothing is copied twice. */
export function writeParameters(name: string, tensors: readonly TensorData[]): Uint8Array {
  const size = tensors.reduce((sum, { values }) => sum + values.byteLength + 512, 4096);
  // Views are aligned in memory where the buffer's end is.
  const builder = new Builder(Math.ceil(size / 64) * 64);
  const offsets = tensors.map((tensor) => {
    const values = Tensor.createValuesVector(builder, tensor.values);
    const shape = Tensor.createShapeVector(builder, new Uint32Array(tensor.shape));
    return Tensor.createTensor(builder, builder.createString(tensor.name), shape, values);
  });
  const sorted = Tensor.createSortedVectorOfTensor(builder, offsets);
  const root = Parameters.createParameters(builder, builder.createString(name), sorted);
  Parameters.finishParametersBuffer(builder, root);
  return builder.asUint8Array();
}

/** The parameters in `bytes`, which are verified once; `tensor(name)` finds one without reading the others. */
export function openParameters(bytes: Uint8Array): { tensor(name: string): TensorData | null } {
  const fault = verifyParameters(bytes, { identifier: 'TNSR' });
  if (fault !== null) throw fault;
  const parameters = Parameters.getRootAsParameters(new ByteBuffer(bytes));
  return {
    tensor(name) {
      const tensor = parameters.tensorsByKey(name);
      const values = tensor?.valuesArray();
      if (!tensor || !values) return null;
      return { name, shape: [...(tensor.shapeArray() ?? [])], values };
    },
  };
}
