// How much does a page ship that reads, or reads and writes, one message? Beside npm `flatbuffers` for the same program.
import { helloWorlds } from './hello-worlds.js';
import { printTable } from './measure.js';

const rows: string[][] = [];
for (const world of helloWorlds) {
  const own = await world.size();
  const peer = await world.peerSize?.();
  const sizes = [own.minified, own.gzip, world.ceiling, peer?.minified, peer?.gzip];
  rows.push([world.name, ...sizes.map((size) => (size === undefined ? '' : `${size} B`))]);
}
printTable(['program', 'minified', 'gzip', 'ceiling', 'npm minified', 'npm gzip'], rows);
