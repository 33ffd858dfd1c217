/** Outbox entries for tests, as they are when something was just submitted. */
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { entryOf } from '../../lib/worker/outbox-asks.ts';

/** A held one, closing the vendor's sample where nothing else is said; submitted at 0, with five seconds to undo. */
export function makeOutboxEntry(change: Partial<OutboxEntry> = {}): OutboxEntry {
  const submission = {
    id: 'entry-one' as OutboxId,
    ticketId: canonicalId('09-13-O-TW4'),
    origin: 'https://acme.sympoq.com',
    action: { kind: 'close' } as const,
    seen: seenOf(null),
  };
  return { ...entryOf(submission, 0, 5_000), ...change };
}
