/** Until when the desk asked us to rest. */
import { storedItem } from './stored.ts';

/** Epoch milliseconds; 0: not resting. */
export const restingItem = storedItem<number>('resting', 1, 0);
