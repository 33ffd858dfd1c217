/** When rows of lists were read lately, for the limit of reads a minute. */
import { storedItem } from './stored.ts';

/** Epoch milliseconds, one for each read. */
export const rowReadsItem = storedItem<number[]>('rowReads', 1, []);
