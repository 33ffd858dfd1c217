/** The outbox of this worker: its ports to storage, desk and time, its listeners, and its answers to our pages. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { actionCheck, deskOriginCheck, outboxIdCheck, seenCheck, ticketIdCheck } from '../protocol/checks.ts';
import { draftCheck, draftKindCheck } from '../protocol/draft-check.ts';
import { ok } from '../protocol/result.ts';
import { outbox as entryMirror, outcomes as outcomeMirror, settled as settledMirror } from '../state/outbox.ts';
import { BULK_STEPS, canBeBulk, MOST_AT_ONCE } from '../tickets/bulk.ts';
import type { Draft } from '../tickets/draft.ts';
import type { OutboxEntry, Outcome, Settled } from '../tickets/outbox-entry.ts';
import { answer, type PanelAnswers } from './answer.ts';
import { originNow } from './connection-kept.ts';
import { sendAction } from './desk.ts';
import { discardDraft, dropDraft, giveDraft, hasDraft, restoreDrafts, saveDraft } from './drafts.ts';
import { keptFamily } from './kept.ts';
import { openOutbox } from './outbox.ts';
import { makeAsks } from './outbox-asks.ts';
import type { Reading } from './outbox-decide.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { textOf, textPrintOf } from './outbox-settled.ts';
import { OUTBOX_ALARM, wakeFor } from './outbox-wake.ts';
import { refreshTicket } from './refresh.ts';
import { readSettingsInForce } from './settings.ts';
import { learnUs, readUs } from './us.ts';

const entries = keptFamily<OutboxEntry>({
  prefix: 'outbox',
  version: 1,
  mirror: entryMirror,
  migrations: {},
  isShownFirst: true,
});
const settled = keptFamily<Settled>({
  prefix: 'settled',
  version: 2,
  mirror: settledMirror,
  migrations: { 1: (old) => ({ ...(old as Settled), origin: (old as Settled).look?.entry.origin ?? '' }) },
});

/** Kept: what became a draft at the browser's start, or behind a closed popup, is said when the agent is there. */
const outcomes = keptFamily<Outcome>({ prefix: 'outcome', version: 1, mirror: outcomeMirror, migrations: {} });

const ports: OutboxPorts = {
  now: Date.now,
  entries,
  settled,
  outcomes,
  giveDraft: (entry) => giveDraft(entry, Date.now()),
  dropDraft: (entry) => dropDraft(entry, findSubmitted),
  hasDraft,
  origin: originNow,
  read: readTicket,
  send: (ticketId, action, origin, leaveBy) => sendAction(ticketId, action, { origin, leaveBy }),
  us: readUs,
  learn: learnUs,
  async rules() {
    const { undoSeconds, allowedActions, allowBulk } = (await readSettingsInForce()).values;
    return { undoMs: undoSeconds * 1000, allowed: allowedActions, allowBulk };
  },
  wake: (nextAt, isRunning) => wakeFor(nextAt, isRunning, () => void outbox.look()),
};

async function readTicket(...[ticketId, signal]: Parameters<OutboxPorts['read']>): Promise<Reading> {
  try {
    const found = await refreshTicket(ticketId, { force: true, signal });
    return found.ok ? { ok: true, ticket: found.value, readAt: Date.now() } : found;
  } catch {
    return { ok: false, failure: { code: 'internal' } };
  }
}

const outbox = openOutbox(ports);
const asks = makeAsks(outbox);

/** Called in the worker's first turn: registers the listeners, then looks what a worker before this one left. */
export function startOutbox(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OUTBOX_ALARM) void outbox.look();
  });
  browser.runtime.onStartup.addListener(() => void outbox.look());
  self.addEventListener('online', () => void outbox.look(true));
  // Whatever fails there, what is on its way goes on.
  const look = () => outbox.look();
  void putDraftsInOrder().then(look, look);
}

async function putDraftsInOrder(): Promise<void> {
  // What is on its way is shown first, should there be room for one of them only.
  await entries.restore();
  await restoreDrafts(await ports.origin());
  await dropSubmitted();
}

/** A worker may die after an entry was stored and before its draft was dropped. */
async function dropSubmitted(): Promise<void> {
  for (const entry of (await entries.readAll()).values()) if (!entry.toDraft) await ports.dropDraft(entry);
}

/** Whether a draft's id is used up, and by the same text. */
async function findSubmitted(draft: Draft): Promise<'none' | 'same' | 'other'> {
  const entry = await entries.read(draft.id);
  const record = entry ? null : await settled.read(draft.id);
  if (entry?.toDraft || (!entry && (!record || record.takenBack))) return 'none';
  if (record?.isDiscarded) return 'other';
  const typed = draft.kind === 'reply' || draft.kind === 'note' ? draft.fields.text : null;
  const print = entry ? textPrintOf(textOf(entry.action)) : record?.textPrint;
  return textPrintOf(typed) === print ? 'same' : 'other';
}

const ofId = v.object({ id: outboxIdCheck });
const ofMany = v.object({ ids: v.pipe(v.array(outboxIdCheck), v.maxLength(1000)) });
const submission = v.object({
  id: outboxIdCheck,
  ticketId: ticketIdCheck,
  origin: deskOriginCheck,
  action: actionCheck,
  seen: seenCheck,
});
const discarded = v.object({
  origin: deskOriginCheck,
  ticketId: ticketIdCheck,
  kind: draftKindCheck,
  emptied: v.optional(draftCheck),
});
const bulkId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const many = v.object({
  bulkId,
  parts: v.pipe(
    v.array(submission),
    v.minLength(1),
    v.maxLength(MOST_AT_ONCE),
    v.check((parts) => canBeBulk(parts)),
  ),
});
const stepOfMany = v.object({ bulkId, step: v.picklist(BULK_STEPS) });

export const outboxAnswers = {
  'action.submit': answer(submission, (input) => asks.submit(input)),
  'action.submitMany': answer(many, ({ bulkId, parts }) => asks.submitMany(bulkId, parts)),
  'action.stepMany': answer(stepOfMany, ({ bulkId, step }) => asks.stepMany(bulkId, step)),
  'action.backToDraft': answer(ofId, ({ id }) => asks.backToDraft(id)),
  'action.sendNow': answer(ofId, ({ id }) => asks.sendNow(id)),
  'action.sendAnyway': answer(ofId, ({ id }) => asks.sendAnyway(id)),
  'action.sendAgain': answer(ofId, ({ id }) => asks.sendAgain(id)),
  'action.look': answer(ofId, ({ id }) => asks.lookAt(id)),
  'action.arrived': answer(ofId, ({ id }) => asks.arrived(id)),
  'action.seen': answer(ofMany, ({ ids }) => asks.seen(ids)),
  'action.discard': answer(ofId, ({ id }) => asks.discard(id)),
  'draft.save': answer(v.object({ draft: draftCheck }), async ({ draft }) => {
    // All was erased: what a page still holds goes, too.
    if ((await originNow()) === null) return ok(undefined);
    return ok(await saveDraft(draft, findSubmitted));
  }),
  'draft.discard': answer(discarded, async ({ emptied, ...place }) => ok(await discardDraft(place, emptied))),
} satisfies Partial<PanelAnswers>;
