/** A draft's time, by which it is known which of two is newer. */
import { expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { changedDraft } from '../../lib/tickets/draft.ts';
import { freshDraft } from '../../lib/tickets/fresh-draft.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';

test('what is typed after the clock was put back is newer than what was typed before', () => {
  const fresh = freshDraft({
    ticketId: canonicalId('09-13-O-TW4'),
    kind: 'note',
    origin: 'https://acme.sympoq.com',
    id: 'draft-0001' as OutboxId,
    seen: seenOf(null),
    now: 0,
  });
  const before = changedDraft(fresh, { text: 'One' }, 9_000_000);
  const after = changedDraft(before, { text: 'One two' }, 1_000_000);
  expect(before.changedAt).toBe(9_000_000);
  expect(after.changedAt).toBeGreaterThan(before.changedAt);
  expect(after.fields).toMatchObject({ text: 'One two', status: null });
});
