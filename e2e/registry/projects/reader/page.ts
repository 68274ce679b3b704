// The typed program as a browser would load it: there is no file system, the bytes are in the page.
import { describe } from './describe.js';

declare const craft: string;
declare const show: (text: string) => void;

const bytes = Uint8Array.from(atob(craft), (character) => character.charCodeAt(0));
show(describe(bytes));
show(describe(bytes.subarray(0, 40)));
