// All samples, in the order of the menu; the first is what the playground opens on.
import { evolution } from './evolution.js';
import { flexField } from './flex-field.js';
import { monster } from './monster.js';
import type { Sample } from './sample.js';
import { structs } from './structs.js';
import { tensors } from './tensors.js';
import { unions } from './unions.js';

export const SAMPLES: readonly Sample[] = [monster, structs, unions, flexField, tensors, evolution];
