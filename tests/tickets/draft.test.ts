/** A draft's time, by which it is known which of two is newer, and the id of two that become one. */
import { describe, expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { changedDraft, type Draft, type DraftFields, withFirstSeen, withTagsNow } from '../../lib/tickets/draft.ts';
import { isOneLine, joinDrafts, takenOver } from '../../lib/tickets/draft-join.ts';
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

test('tags that come and go while others are chosen do so in the composer, and chosen is what was added and taken off', () => {
  const record = (readAt: number, tags: string[]) => ({ ticket: makeTicket({ tags }), readAt });
  const opened = freshDraft({ ...fresh, kind: 'tag', seen: seenOf(record(10, ['A', 'X'])) });
  const chosen = changedDraft(opened, { tags: ['A', 'C'] }, 20);
  for (const same of [null, record(30, ['x', 'a']), record(10, ['A', 'B'])])
    expect(withTagsNow(chosen, same)).toBe(chosen);
  expect(withTagsNow(opened, record(30, ['B']))).toBe(opened);
  const now = withTagsNow(chosen, record(30, ['A', 'B', 'X']));
  expect(now).toMatchObject({
    fields: { tags: ['A', 'B', 'C'] },
    seen: { readAt: 10, tags: ['A', 'B', 'X'] },
    changedAt: 20,
  });
  const later = changedDraft(now, { tags: ['A', 'C'] }, 40);
  expect(withTagsNow(later, record(50, ['A', 'B', 'D']))).toMatchObject({ fields: { tags: ['A', 'D', 'C'] } });
});

test('what a button chose beforehand is worth keeping only with what is typed beside it', () => {
  const worth = (fields: Partial<DraftFields['note']>) => isWorthKeeping(changedDraft(fresh, fields, 1), { status: 2 });
  expect(worth({ status: 2 })).toBe(false);
  expect(worth({})).toBe(false);
  expect(worth({ status: 3 })).toBe(true);
  expect(worth({ status: 2, text: 'Again' })).toBe(true);
});

const draftOf = (id: string, fields: Partial<DraftFields['reply']>): Draft => {
  const ticketId = canonicalId('09-13-O-TW4');
  const origin = 'https://acme.sympoq.com';
  const fresh = freshDraft({ ticketId, kind: 'reply', origin, id: id as OutboxId, seen: seenOf(null) });
  return { ...fresh, fields: { ...fresh.fields, ...fields }, changedAt: 1 } as Draft;
};

describe('joined with what comes back from the outbox', () => {
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

test('joined with what was typed unread, a text is still checked from its own reading on', () => {
  const readAt = (at: number, draft: Draft): Draft => ({ ...draft, seen: { ...draft.seen, readAt: at } });
  const [one, other] = [draftOf('typed-0001', { text: 'B' }), draftOf('given-0001', { text: 'A' })];
  for (const [typed, given, joined] of [
    [0, 5, 5],
    [5, 0, 5],
    [7, 5, 5],
    [5, 7, 5],
  ] as const)
    expect(joinDrafts(readAt(typed, one), readAt(given, other)).seen.readAt).toBe(joined);
});

describe('an open composer and what it finds in storage', () => {
  const base = draftOf('typed-0001', { text: 'B', andClose: true });
  const typeOn = (fields: Partial<DraftFields['reply']>, at: number) => changedDraft(base, fields, at);
  const given = (text: string, at: number): Draft => {
    const joined = joinDrafts(base, draftOf('given-0001', { text }));
    return { ...joined, changedAt: at, givenAt: at };
  };

  test('of one line the newer is taken, and ours where only its id was changed', () => {
    const typed = typeOn({ text: 'B!' }, 20);
    expect(takenOver(typed, null, base)).toBe(typed);
    expect(takenOver(base, null, typed)).toBe(typed);
    const onward = { ...base, id: 'typed-0001_1' as OutboxId };
    expect(takenOver(base, base, onward)).toBe(onward);
  });

  test.each([
    ['later', 30],
    ['earlier', 10],
  ])('what the outbox gave back %s than the last key stands with all that was typed', (_when, at) => {
    const stored = given('A', at);
    const own = takenOver(typeOn({ text: 'B!', andClose: false }, 20), base, stored);
    expect(own.fields).toMatchObject({ text: 'A\n\nB!', andClose: false });
    expect(own.changedAt).toBeGreaterThan(Math.max(20, at));
    expect(isOneLine(own, stored)).toBe(true);
    // Typed without it, by a composer that had nothing in storage yet.
    const alone = draftOf('given-0001', { text: 'A', andClose: true });
    const first = takenOver(draftOf('typed-0002', { text: 'B' }), null, { ...alone, changedAt: at, givenAt: at });
    expect(first).toMatchObject({ id: 'given-0001', givenAt: at, fields: { text: 'A\n\nB', andClose: true } });
  });

  test('what was typed is replaced only where it stands by itself at the end', () => {
    const short = changedDraft(base, { text: 'k' }, 5);
    const stored: Draft = { ...given('Thank you, ok', 10), fields: { ...base.fields, text: 'Thank you, ok' } } as Draft;
    const text = (typed: string) => takenOver(changedDraft(short, { text: typed }, 20), short, stored).fields;
    expect(text('kind regards')).toMatchObject({ text: 'Thank you, ok\n\nkind regards' });
    expect(text('')).toMatchObject({ text: 'Thank you, ok' });
  });

  test('where nothing was typed since, or storage holds it by now, that is taken as it is, whatever the clock says', () => {
    const stored = given('A', -5);
    expect(takenOver(base, base, stored)).toBe(stored);
    expect(takenOver({ ...fresh, kind: 'reply' } as Draft, null, stored)).toBe(stored);
    const whole = given('A\n\nB!', 5);
    expect(takenOver(typeOn({ text: 'B!' }, 20), base, whole)).toBe(whole);
  });
});
