/** Drafts: saved as typed, dropped when they are submitted, given back by the outbox. Kept over every restart. */
import { type DraftPlace, draftName, drafts } from '../state/drafts.ts';
import type { OutboxId } from '../tickets/actions.ts';
import { instantToLocal } from '../tickets/desk-dates.ts';
import { type Draft, fieldsOfAction, firstId } from '../tickets/draft.ts';
import { isOneLine, isSpent, joinDrafts } from '../tickets/draft-join.ts';
import { hashText } from '../tickets/event-log.ts';
import type { OutboxEntry } from '../tickets/outbox-entry.ts';
import { keptFamily } from './kept.ts';
import { createTurns } from './limits.ts';
import { idAfter } from './outbox-settled.ts';
import { textPrint } from './outbox-text.ts';
import { readSettingsInForce } from './settings.ts';

const kept = keptFamily<Draft>({
  prefix: 'draft',
  version: 2,
  mirror: drafts,
  migrations: { 1: (old) => ({ ...(old as Draft), origin: '' }) },
});

/** What uses up a draft's id: `none` where no entry has it, or that was given back; else one of the same text or another. */
type FindSubmitted = (draft: Draft) => Promise<'none' | 'same' | 'other'>;

/** One change of a draft at a time: reading and writing it stays together. */
const turns = createTurns();

/** Puts the mirrors in order. Drafts of version 1, which name no desk, are those of the one we are connected to. */
export async function restoreDrafts(origin: string | null): Promise<void> {
  await kept.restore();
  if (origin === null) return;
  for (const [name, draft] of await kept.readAll()) {
    if (draft.origin !== '') continue;
    await addDraft({ ...draft, origin });
    await kept.remove(name);
  }
}

/**
 * Saves what was typed. A save that comes late, after the same text was submitted, is dropped, and with it the older text
 * that it would have replaced; another text typed under a used-up id gets an id of its own. One that was typed without
 * what the outbox has given back since is joined with that, and goes on with its id: the outbox knows it by that.
 */
export function saveDraft(draft: Draft, submitted: FindSubmitted): Promise<void> {
  const name = draftName(draft);
  return turns.write(name, async () => {
    const stored = await kept.read(name);
    const isLate = stored !== null && stored.changedAt > draft.changedAt;
    const isUpon = stored === null || isOneLine(stored, draft);
    if (isLate && isUpon && stored.id === draft.id) return;
    const used = await submitted(draft);
    const isWhole = stored === null || (isUpon && !isLate);
    if (used === 'same') return isWhole ? kept.remove(name) : undefined;
    const id = used === 'none' ? draft.id : idOnward(draft);
    const typed: Draft = { ...draft, id };
    await kept.write(name, isWhole ? typed : { ...joinDrafts(typed, stored), id: stored.id });
  });
}

/** Whether a draft has this id, or both are from one composer. */
export async function hasDraft(id: OutboxId): Promise<boolean> {
  return [...(await kept.readAll()).values()].some((draft) => firstId(draft.id) === firstId(id));
}

/** Forgets a draft. `emptied`: only that one, which holds nothing any more, and not what the outbox gave back since. */
export function discardDraft(place: DraftPlace, emptied?: Draft): Promise<void> {
  const name = draftName(place);
  return turns.write(name, async () => {
    const stored = emptied ? await kept.read(name) : null;
    const isOther = stored && emptied && (!isOneLine(stored, emptied) || stored.changedAt > emptied.changedAt);
    if (!isOther) await kept.remove(name);
  });
}

/**
 * Removes the draft that became this entry. What was typed in another window since stays, under an id of its own.
 * What was given back since the entry was read is no such draft: that is asked when nothing else can change it.
 */
export async function dropDraft(
  { id, ticketId, origin, action }: OutboxEntry,
  submitted: FindSubmitted,
): Promise<void> {
  if (action.kind === 'close') return;
  const name = draftName({ origin, ticketId, kind: action.kind });
  await turns.write(name, async () => {
    const draft = await kept.read(name);
    if (draft?.id !== id || (await submitted(draft)) === 'none') return;
    if (isSpent(draft, action)) await kept.remove(name);
    else await kept.write(name, { ...draft, id: idOnward(draft) });
  });
}

function idOnward({ id, fields }: Draft): OutboxId {
  return idAfter(id, 'text' in fields ? textPrint(fields.text) : hashText(JSON.stringify(fields)));
}

/** An entry's fields as a draft again, joined with what was typed meanwhile; answers the draft's id. Closing has none. */
export async function giveDraft(entry: OutboxEntry, now: number): Promise<OutboxId | undefined> {
  const { zone } = (await readSettingsInForce()).values;
  const made = fieldsOfAction(entry.action, (iso) => instantToLocal(iso, zone));
  if (!made) return undefined;
  const { id, ticketId, origin } = entry;
  return addDraft({ ...made, id, ticketId, origin, seen: entry.movedSeen ?? entry.seen, changedAt: now } as Draft);
}

function addDraft(given: Draft): Promise<OutboxId> {
  const name = draftName(given);
  return turns.write(name, async () => {
    const typed = await kept.read(name);
    const whole = typed ? joinDrafts(typed, given) : given;
    // By this, not by its time, a save is known that was typed without it.
    const givenAt = Math.max(given.changedAt, (typed?.givenAt ?? 0) + 1);
    await kept.write(name, { ...whole, givenAt });
    return whole.id;
  });
}
