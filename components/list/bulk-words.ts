/** Title and button of each bulk composer; both name the number of tickets. */
import type { BulkKind } from '../../lib/tickets/bulk.ts';
import type { PluralKey } from '../../lib/words/words.ts';

export const BULK_WORDS: Record<BulkKind, { title: PluralKey; button: PluralKey }> = {
  tag: { title: 'bulkTagTitle', button: 'bulkTag' },
  assign: { title: 'bulkAssignTitle', button: 'bulkAssign' },
  move: { title: 'bulkMoveTitle', button: 'bulkMove' },
  close: { title: 'bulkCloseTitle', button: 'bulkClose' },
};
