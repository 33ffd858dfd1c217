/** What the agent may ask of the outbox: submit, take back, send, look, discard. */
import { fail, ok, type Result } from '../protocol/result.ts';
import type { OutboxId, OutboxState } from '../tickets/actions.ts';
import { type BulkRefusal, type BulkStep, hasNotBegun } from '../tickets/bulk.ts';
import type { Failure } from '../tickets/failure.ts';
import type { Bulk, OutboxEntry, Submission } from '../tickets/outbox-entry.ts';
import { isUnseen } from '../tickets/outbox-words.ts';
import type { Outbox } from './outbox.ts';
import { drop, give, giveText, isAllowed, lookAgain, settle, showAnew } from './outbox-jobs.ts';
import { earlierOf, idAfter, printOf, printOfAsked, takenBackName, textOf, textPrintOf } from './outbox-settled.ts';
import { faultOf } from './room.ts';

/** With the bulk that it is a part of. */
type Submitted = Submission & { bulk?: Bulk };

export interface OutboxAsks {
  submit(submission: Submitted): Promise<Result<void>>;
  submitMany(bulkId: string, parts: Submission[]): Promise<Result<{ refused: BulkRefusal[] }>>;
  stepMany(bulkId: string, step: BulkStep): Promise<Result<void>>;
  backToDraft(id: OutboxId): Promise<Result<void>>;
  sendNow(id: OutboxId): Promise<Result<void>>;
  sendAnyway(id: OutboxId): Promise<Result<void>>;
  sendAgain(id: OutboxId): Promise<Result<void>>;
  lookAt(id: OutboxId): Promise<Result<void>>;
  arrived(id: OutboxId): Promise<Result<void>>;
  /** Held or queued → thrown away; of a bulk, whose composer still holds what was chosen. */
  cancel(id: OutboxId): Promise<Result<void>>;
  discard(id: OutboxId): Promise<Result<void>>;
  /** The agent knows how these ended. */
  seen(ids: OutboxId[]): Promise<Result<void>>;
}

/** Every state but `sending` and `twice`: what has left cannot be taken back, what is there twice cannot be unsent. */
const TAKEN_BACK: readonly OutboxState[] = ['held', 'queued', 'moved', 'failed', 'unsure'];

/**
 * The asks of an outbox. Each answers `gone` when the entry has been settled, has left, or is in another state; a look at
 * what is there twice also why the ticket could not be read.
 */
export function makeAsks(outbox: Outbox): OutboxAsks {
  const { ports } = outbox;
  const submitted = new Map<OutboxId, Promise<Result<void>>>();

  /** Changes an entry that is in one of these states. */
  async function change(
    id: OutboxId,
    states: readonly OutboxState[],
    act: (entry: OutboxEntry) => Promise<void>,
  ): Promise<Result<void>> {
    let isFound = false;
    const wasAlone = await outbox.alone(id, async () => {
      const entry = await ports.entries.read(id);
      if (!entry || entry.toDraft || !states.includes(entry.state)) return;
      isFound = true;
      await act(entry);
    });
    return wasAlone && isFound ? ok(undefined) : fail('gone');
  }

  const due = (entry: OutboxEntry): OutboxEntry => ({
    ...entry,
    state: 'queued',
    heldUntil: ports.now(),
    failure: null,
    nextLookAt: null,
  });
  const put = (entry: OutboxEntry) => ports.entries.write(entry.id, entry);
  const throwAway = (entry: OutboxEntry) => drop(entry, ports);

  const asks: OutboxAsks = {
    /** Claims the id before the first await (R15): of any number of submits one makes the entry. */
    async submit(submission) {
      const first = submitted.get(submission.id);
      if (first) return (await first).ok ? repeated(outbox, submission) : first;
      const storing = store(outbox, submission);
      submitted.set(submission.id, storing);
      const forget = () => void submitted.delete(submission.id);
      return storing.finally(forget);
    },
    /** Each ticket is an entry of its own; where all are refused for one reason, that is the answer. */
    async submitMany(bulkId, parts) {
      if (!(await ports.rules()).allowBulk) return fail('policy', { field: 'allowBulk' });
      // One that cannot be stored is refused by itself: others may leave already.
      const refuse = (error: unknown): Result<void> => fail(faultOf(error));
      const bulk = { id: bulkId, size: parts.length };
      const ends = await Promise.all(parts.map((part) => asks.submit({ ...part, bulk }).catch(refuse)));
      const refused = ends.flatMap((end, at) => {
        const part = parts[at];
        return end.ok || !part ? [] : [{ id: part.id, failure: end.failure }];
      });
      const [first] = refused;
      return first && refused.length === parts.length ? fail(first.failure.code, first.failure) : ok({ refused });
    },
    async stepMany(bulkId, step) {
      const entries = [...(await ports.entries.readAll()).values()];
      const waiting = entries.filter((entry) => entry.bulk?.id === bulkId && hasNotBegun(entry));
      await Promise.all(waiting.map(({ id }) => (step === 'sendNow' ? asks.sendNow(id) : asks.cancel(id))));
      return ok(undefined);
    },
    backToDraft: (id) =>
      change(id, TAKEN_BACK, async (entry) => {
        await put({ ...entry, toDraft: true });
        await give(entry, ports);
      }),
    sendNow: (id) =>
      change(id, ['held', 'queued'], (entry) => put({ ...entry, heldUntil: ports.now(), nextLookAt: null })),
    sendAnyway: (id) => change(id, ['moved'], (entry) => put({ ...due(entry), seen: entry.movedSeen ?? entry.seen })),
    sendAgain: (id) => change(id, ['failed', 'unsure'], (entry) => put(due(entry))),
    async lookAt(id) {
      const looked: { failure: Failure | null } = { failure: null };
      const end = await change(id, ['unsure', 'twice'], async (entry) => {
        if (entry.state === 'unsure') await put({ ...entry, nextLookAt: ports.now() });
        else looked.failure = await lookAgain(entry, ports);
      });
      return looked.failure ? fail(looked.failure.code, looked.failure) : end;
    },
    arrived: (id) =>
      change(id, ['unsure', 'twice'], async (entry) => {
        await settle(entry, 'arrived', null, ports);
        void showAnew(entry, ports);
      }),
    cancel: (id) => change(id, ['held', 'queued'], throwAway),
    discard: (id) => change(id, [...TAKEN_BACK, 'twice'], throwAway),
    async seen(ids) {
      const see = async (id: OutboxId) => {
        const outcome = await ports.outcomes.read(id);
        if (outcome && isUnseen(outcome)) await ports.outcomes.write(id, { ...outcome, isSeen: true });
      };
      await Promise.all(ids.map((id) => outbox.alone(id, () => see(id))));
      return ok(undefined);
    },
  };
  return asks;
}

async function store(outbox: Outbox, submission: Submitted): Promise<Result<void>> {
  const { ports } = outbox;
  const rules = await ports.rules();
  if (!isAllowed(submission, rules)) return fail('policy');
  const { undoMs } = rules;
  // In this order: an entry that is gone by now has its record by then.
  await endTakeBack(submission.id, outbox);
  const present = await ports.entries.read(submission.id);
  const settled = await ports.settled.read(submission.id);
  if (present || (settled && !settled.takenBack)) return repeated(outbox, submission);
  const origin = await ports.origin();
  if (origin === null) return fail('no-connection');
  if (origin !== submission.origin) return fail('other-desk');
  const earlier = earlierOf(await ports.settled.read(takenBackName(submission)), submission.action);
  const entry = { ...entryOf(submission, ports.now(), undoMs), ...earlier };
  // The alarm first: a worker that dies right after storing is woken again.
  ports.wake(entry.heldUntil, true);
  await ports.entries.write(entry.id, entry);
  // It is on its way whatever becomes of its draft, which is looked for again at the next start.
  await ports.dropDraft(entry).catch(() => undefined);
  void outbox.look();
  return ok(undefined);
}

/** What the agent took back, and a worker that died left half given back, is a draft before it is submitted anew. */
async function endTakeBack(id: OutboxId, { ports, alone }: Outbox): Promise<void> {
  if (!(await ports.entries.read(id))?.toDraft) return;
  await alone(id, async () => {
    const entry = await ports.entries.read(id);
    if (entry?.toDraft) await give(entry, ports);
  });
}

/**
 * The same id again: with the same action it is one entry. With another text, typed in a second window, it is neither
 * sent nor lost: it becomes a draft. The same text with other options does not: it would be sent a second time. What was
 * thrown away is not taken for sent.
 */
async function repeated({ ports }: Outbox, submission: Submitted): Promise<Result<void>> {
  const present = await ports.entries.read(submission.id);
  const settled = await ports.settled.read(submission.id);
  const print = present ? printOfAsked(present) : settled?.print;
  if (print === printOf(submission.action)) return settled?.isDiscarded ? fail('gone') : ok(undefined);
  const typed = textPrintOf(textOf(submission.action));
  const isThere = typed === (present ? textPrintOf(textOf(present.action)) : settled?.textPrint);
  if (typed !== null && isThere && (present || !settled?.isDiscarded)) return fail('gone');
  const id = idAfter(submission.id, typed ?? printOf(submission.action));
  await giveText({ ...entryOf(submission, ports.now(), 0), id }, ports);
  return fail('gone');
}

/** What is submitted `now`, in epoch milliseconds, and may leave `undoMs` milliseconds later. */
export function entryOf(submission: Submitted, now: number, undoMs: number): OutboxEntry {
  return {
    ...submission,
    state: 'held',
    createdAt: now,
    heldUntil: now + undoMs,
    sentAt: null,
    failure: null,
    news: [],
    movedField: null,
    movedSeen: null,
    looks: 0,
    nextLookAt: null,
    before: null,
    openSends: 0,
    confirmed: false,
    toDraft: false,
  };
}
