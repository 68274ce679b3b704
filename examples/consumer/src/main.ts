// Writes a room and says what is in it.
import { describeRoom, writeRoom } from './room.js';

for (const line of describeRoom(writeRoom())) console.log(line);
