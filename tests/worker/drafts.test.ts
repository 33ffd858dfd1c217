/** Drafts as they are stored: two for the same ticket and kind become one, and nothing typed is lost. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftName, drafts } from '../../lib/state/drafts.ts';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { discardDraft, dropDraft, giveDraft, hasDraft, saveDraft } from '../../lib/worker/drafts.ts';
import { idAfter } from '../../lib/worker/outbox-settled.ts';
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';

const place = { origin: 'https://acme.sympoq.com', ticketId: canonicalId('09-13-O-TW4'), kind: 'note' } as const;
const draftOf = (id: string, text: string, changedAt: number): Draft => ({
  ...place,
  id: id as OutboxId,
  seen: seenOf(null),
  fields: { text, status: null, minutes: '' },
  changedAt,
});
const none = async () => 'none' as const;
const stored = async () => (await drafts.item(draftName(place)).read()) as Draft | null;

beforeEach(async () => {
  fakeBrowser.reset();
  await discardDraft(place);
});

test('what is saved late, after another draft was given back, takes nothing away', async () => {
  await saveDraft(draftOf('given-0001', 'From the outbox', 20), none);
  await saveDraft(draftOf('typed-0001', 'Typed', 10), none);
  const kept = await stored();
  expect(kept?.fields).toMatchObject({ text: 'From the outbox\n\nTyped' });
  expect(kept?.changedAt).toBe(20);
});

test('of one draft the older save is dropped', async () => {
  await saveDraft(draftOf('typed-0001', 'Typed more', 20), none);
  await saveDraft(draftOf('typed-0001', 'Typed', 10), none);
  expect((await stored())?.fields).toMatchObject({ text: 'Typed more' });
});

test('what is saved as it was sent takes the older text that it corrects away, but nothing else', async () => {
  const same = async () => 'same' as const;
  await saveDraft(draftOf('typed-0001', 'Helllo', 10), none);
  await saveDraft(draftOf('typed-0001', 'Hello', 20), same);
  expect(await stored()).toBe(null);
  // Typed since in another window; or given back by the outbox.
  await saveDraft(draftOf('typed-0001', 'Hello, and more', 30), async () => 'other');
  await saveDraft(draftOf('typed-0001', 'Hello', 20), same);
  expect((await stored())?.fields).toMatchObject({ text: 'Hello, and more' });
  await discardDraft(place);
  await giveDraft(makeOutboxEntry({ id: 'entry-0001' as OutboxId, action: { kind: 'note', note: 'Given back' } }), 10);
  await saveDraft(draftOf('typed-0001', 'Hello', 20), same);
  expect((await stored())?.fields).toMatchObject({ text: 'Given back' });
});

test.each([
  ['a draft', true],
  ['nothing yet', false],
])(
  'what is typed on while the outbox gives a text back takes nothing of it away, where %s lay there',
  async (_what, isThere) => {
    const id = 'entry-0001' as OutboxId;
    const entry = makeOutboxEntry({ id, action: { kind: 'note', note: 'From the outbox' } });
    if (isThere) await saveDraft(draftOf('typed-0001', 'Typed', 10), none);
    await giveDraft(entry, 20);
    await saveDraft(draftOf('typed-0001', 'Typed, and more', 30), none);
    const kept = await stored();
    expect(kept?.fields).toMatchObject({ text: expect.stringMatching(/^From the outbox\n\n.*Typed, and more$/s) });
    expect(kept?.id).toBe(isThere ? 'typed-0001' : id);

    // From a composer that has taken it over the newest save is the whole.
    const taken = { ...draftOf(kept?.id ?? '', 'Typed, and more', 40), givenAt: kept?.givenAt };
    await saveDraft(taken, none);
    expect((await stored())?.fields).toMatchObject({ text: 'Typed, and more' });
  },
);

test('what was typed and erased takes only itself away, not what the outbox gave back meanwhile', async () => {
  const emptied = draftOf('typed-0001', '', 30);
  await giveDraft(makeOutboxEntry({ id: 'entry-0001' as OutboxId, action: { kind: 'note', note: 'Given back' } }), 20);
  await discardDraft(place, emptied);
  expect((await stored())?.fields).toMatchObject({ text: 'Given back' });
  await discardDraft(place);
  await saveDraft(draftOf('typed-0001', 'Typed', 20), none);
  await discardDraft(place, emptied);
  expect(await stored()).toBe(null);
});

test('given back twice in one millisecond, what was typed upon the first lacks the second', async () => {
  const entry = (id: string, note: string) => makeOutboxEntry({ id: id as OutboxId, action: { kind: 'note', note } });
  await giveDraft(entry('entry-0001', 'First'), 20);
  const first = await stored();
  await giveDraft(entry('entry-0002', 'Second'), 20);
  if (first) await saveDraft({ ...first, changedAt: 30 }, none);
  expect((await stored())?.fields).toMatchObject({ text: expect.stringContaining('Second') });
});

test('a draft goes for its entry, but not where that was given back since it was read', async () => {
  const id = 'entry-0001' as OutboxId;
  const entry = makeOutboxEntry({ id, action: { kind: 'note', note: 'Given back' } });
  await giveDraft(entry, 20);
  await dropDraft(entry, none);
  expect((await stored())?.fields).toMatchObject({ text: 'Given back' });
  await dropDraft(entry, async () => 'same');
  expect(await stored()).toBe(null);
});

test('a draft is known by its id, whatever it went on with', async () => {
  const id = 'typed-0001' as OutboxId;
  await saveDraft(draftOf(id, 'Typed', 10), async () => 'other');
  expect((await stored())?.id).not.toBe(id);
  expect(await hasDraft(id)).toBe(true);
  expect(await hasDraft(idAfter(id, 'another text'))).toBe(true);
  expect(await hasDraft('other-0001' as OutboxId)).toBe(false);
});
