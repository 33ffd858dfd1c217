/** When tickets were read lately that nobody forced, for the limit of reads a minute. */
import { storedItem } from './stored.ts';

/** Epoch milliseconds, one for each read. */
export const rowReadsItem = storedItem<number[]>('rowReads', 1, []);
