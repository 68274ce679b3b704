// Generated code by `require`.
const { decodeCraft } = require('messages');
const { readFileSync } = require('node:fs');

console.log(decodeCraft(readFileSync('craft.bin')).name);
