// The same modules by `require`.
const { getRoot } = require('@fb/flexbuffers');
const { toObject } = require('@fb/flexbuffers/compat');

const bytes = Uint8Array.from(Buffer.from(process.argv[2], 'hex'));
console.log(getRoot(bytes).toString(), toObject(bytes.buffer));
