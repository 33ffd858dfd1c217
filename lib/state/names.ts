/** Names for the desk's numbers. Mirror; the durable copy is the worker's. */
import { type Names, NO_NAMES } from '../tickets/names.ts';
import { mirrorItem } from './stored.ts';

export const namesItem = mirrorItem<Names>('names', 1, NO_NAMES);
