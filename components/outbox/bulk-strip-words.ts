/** What the strip of a bulk says: while it can be undone, and while it is sent. */
import type { BulkKind } from '../../lib/tickets/bulk.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { PluralKey } from '../../lib/words/words.ts';

/** The count is `$1`, the time left `$2`. */
export const BULK_HELD: Record<BulkKind, PluralKey> = {
  assign: 'bulkAssigningIn',
  move: 'bulkMovingIn',
  tag: 'bulkTaggingIn',
  close: 'bulkClosingIn',
};

/** `$1` of `$2`. */
export const BULK_SENDING: Record<BulkKind, MessageKey> = {
  assign: 'bulkAssigningOf',
  move: 'bulkMovingOf',
  tag: 'bulkTaggingOf',
  close: 'bulkClosingOf',
};
