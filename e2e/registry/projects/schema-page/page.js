// A page that needs no generated code: the bundler makes it from the schema.
import { decodeCraft } from './craft.fbs';

show(decodeCraft(Uint8Array.from(atob(craft), (character) => character.charCodeAt(0))).name);
