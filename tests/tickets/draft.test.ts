/** A draft's time, by which it is known which of two is newer, and the id of two that become one. */
import { describe, expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { changedDraft, type Draft, type DraftFields, withFirstSeen } from '../../lib/tickets/draft.ts';
import { joinDrafts } from '../../lib/tickets/draft-join.ts';
import { freshDraft, isWorthKeeping } from '../../lib/tickets/fresh-draft.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { makeTicket } from '../support/make-ticket.ts';

const fresh = freshDraft({
  ticketId: canonicalId('09-13-O-TW4'),
  kind: 'note',
  origin: 'https://acme.sympoq.com',
  id: 'draft-0001' as OutboxId,
  seen: seenOf(null),
  now: 0,
});

test('what is typed after the clock was put back is newer than what was typed before', () => {
  const before = changedDraft(fresh, { text: 'One' }, 9_000_000);
  const after = changedDraft(before, { text: 'One two' }, 1_000_000);
  expect(before.changedAt).toBe(9_000_000);
  expect(after.changedAt).toBeGreaterThan(before.changedAt);
  expect(after.fields).toMatchObject({ text: 'One two', status: null });
});

test('what is typed before the ticket was read is checked from its first reading on, and from no later one', () => {
  const record = (readAt: number, status: number) => ({ ticket: makeTicket({ status }), readAt });
  const typed = changedDraft(fresh, { text: 'Typed at once' }, 5);
  expect(withFirstSeen(typed, null)).toBe(typed);
  expect(withFirstSeen(fresh, record(10, 2))).toBe(fresh);
  const read = withFirstSeen(typed, record(10, 2));
  expect(read).toEqual({ ...typed, seen: seenOf(record(10, 2)) });
  expect(withFirstSeen(read, record(20, 3))).toBe(read);
});

test('what a button chose beforehand is worth keeping only with what is typed beside it', () => {
  const worth = (fields: Partial<DraftFields['note']>) => isWorthKeeping(changedDraft(fresh, fields, 1), { status: 2 });
  expect(worth({ status: 2 })).toBe(false);
  expect(worth({})).toBe(false);
  expect(worth({ status: 3 })).toBe(true);
  expect(worth({ status: 2, text: 'Again' })).toBe(true);
});

describe('joined with what comes back from the outbox', () => {
  const draftOf = (id: string, fields: Partial<DraftFields['reply']>): Draft => {
    const ticketId = canonicalId('09-13-O-TW4');
    const origin = 'https://acme.sympoq.com';
    const fresh = freshDraft({ ticketId, kind: 'reply', origin, id: id as OutboxId, seen: seenOf(null), now: 1 });
    return { ...fresh, fields: { ...fresh.fields, ...fields } } as Draft;
  };
  const given = draftOf('given-0001', { text: 'It is mended.' });
  test.each<[string, Partial<DraftFields['reply']>, string]>([
    ['only an option was chosen', { andClose: true }, 'given-0001'],
    ['the same text stands there', { text: ' It is mended. ' }, 'given-0001'],
    ['a part of it stands there', { text: 'mended' }, 'given-0001'],
    ['another text was typed', { text: 'Please try.' }, 'typed-0001'],
    ['it was typed on', { text: 'It is mended. Please try.' }, 'typed-0001'],
  ])('%s', (_what, fields, id) => {
    const joined = joinDrafts(draftOf('typed-0001', fields), given);
    expect(joined.id).toBe(id);
    expect(joined.fields).toMatchObject({ andClose: fields.andClose ?? false });
  });
});
