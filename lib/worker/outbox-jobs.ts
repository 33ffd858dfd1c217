/** The jobs of the outbox: each reads, asks outbox-decide.ts what follows, stores it, and only then acts. */
import { kindsOf } from '../tickets/actions.ts';
import type { Failure } from '../tickets/failure.ts';
import type { OutboxEntry, Outcome, Settled } from '../tickets/outbox-entry.ts';
import type { WriteResult } from './desk-verdict.ts';
import {
  afterLook,
  afterLookAgain,
  anchored,
  beforeSending,
  type Known,
  late,
  leaveByOf,
  notSent,
  type Reading,
  type Step,
} from './outbox-decide.ts';
import { type Evidence, judge } from './outbox-evidence.ts';
import type { Job } from './outbox-plan.ts';
import type { OutboxPorts, OutboxRules } from './outbox-ports.ts';
import {
  afterSecondLook,
  discardedOf,
  earlierOf,
  isSameTicket,
  settledOf,
  takenBackName,
  takenBackOf,
  tracesOf,
} from './outbox-settled.ts';

/** A job under way. A request of the agent may abort it; from `commit` on it runs to its end all the same. */
export interface Work {
  job: Job;
  abort: AbortController;
  /** Its request is on its way, or what it did is not known yet: it cannot be called back any more. */
  isLeaving: boolean;
  done: Promise<void>;
}

/** Runs one job. Returns early, with nothing changed, when it was aborted or its entry is no longer as planned. */
export async function runJob(work: Work, ports: OutboxPorts): Promise<void> {
  const { job } = work;
  if (job.what === 'second') return secondLook(work, job.settled, ports);
  const entry = await ports.entries.read(job.entry.id);
  if (!entry || !isAsPlanned(entry, job.entry) || work.abort.signal.aborted) return;
  if (job.what === 'give') return commit(work, () => give(entry, ports));
  if (job.what === 'drop') return commit(work, () => drop(entry, ports));
  if (job.what === 'late') return commit(work, () => apply(late(entry, ports.now()), ports));
  if (job.what === 'wait') return commit(work, () => ports.entries.write(entry.id, { ...entry, state: 'queued' }));
  if (job.what === 'anchor') return commit(work, () => ports.entries.write(entry.id, anchored(entry, ports.now())));
  return job.what === 'check' ? check(work, entry, ports) : look(work, entry, ports);
}

/** An organisation may forbid an action, or any action on several tickets at once; also while it waits. */
export function isAllowed({ action, bulk }: Pick<OutboxEntry, 'action' | 'bulk'>, rules: OutboxRules): boolean {
  const isEachAllowed = kindsOf(action).every((kind) => rules.allowed.includes(kind));
  return isEachAllowed && (bulk === undefined || rules.allowBulk);
}

function isAsPlanned(entry: OutboxEntry, planned: OutboxEntry): boolean {
  const isSameTime = entry.heldUntil === planned.heldUntil && entry.nextLookAt === planned.nextLookAt;
  return entry.state === planned.state && entry.toDraft === planned.toDraft && isSameTime;
}

/** From here on nobody aborts: no `await` stands between the last look at the signal and this. */
async function commit(work: Work, act: () => Promise<void>): Promise<void> {
  if (work.abort.signal.aborted) return;
  await act();
}

async function check(work: Work, entry: OutboxEntry, ports: OutboxPorts): Promise<void> {
  const reading: Reading = isAllowed(entry, await ports.rules())
    ? await readFor(entry, work.abort.signal, ports)
    : { ok: false, failure: { code: 'policy' } };
  const known = await knownOf(entry, ports);
  await commit(work, async () => {
    const step = beforeSending(entry, reading, known);
    work.isLeaving = step.do === 'send';
    if (work.isLeaving) await judgeSettled(entry, reading, ports);
    return apply(step, ports, () => {
      work.isLeaving = false;
    });
  });
}

async function look(work: Work, entry: OutboxEntry, ports: OutboxPorts): Promise<void> {
  const reading = await readFor(entry, work.abort.signal, ports);
  const known = await knownOf(entry, ports);
  await commit(work, () => apply(afterLook(entry, reading, known), ports));
}

/** Looks once more at what is there twice, as the agent asked; answers why it could not, else null. */
export async function lookAgain(entry: OutboxEntry, ports: OutboxPorts): Promise<Failure | null> {
  const reading = await readFor(entry, new AbortController().signal, ports);
  if (!reading.ok) return reading.failure;
  await apply(afterLookAgain(entry, reading.ticket, await knownOf(entry, ports)), ports);
  return null;
}

/** Reads the ticket for the surfaces where nothing was asked of the desk: what the agent saw there is not in the record yet. */
export async function showAnew(entry: OutboxEntry, ports: OutboxPorts): Promise<void> {
  await readFor(entry, new AbortController().signal, ports).catch(() => undefined);
}

/** The ticket at the desk that the entry is meant for: at another desk the same ID is another ticket. */
async function readFor({ ticketId, origin }: OutboxEntry, signal: AbortSignal, ports: OutboxPorts): Promise<Reading> {
  const here = await ports.origin();
  if (here !== origin) return { ok: false, failure: { code: here === null ? 'no-connection' : 'other-desk' } };
  return ports.read(ticketId, signal);
}

async function knownOf(entry: OutboxEntry, ports: OutboxPorts): Promise<Known> {
  // In this order: what leaves the outbox meanwhile has its record by then.
  const entries = await ports.entries.readAll();
  const settled = await ports.settled.readAll();
  const own = tracesOf(settled.values(), entries.values(), entry, entry.seen.readAt);
  return { us: await ports.us(), own, now: ports.now() };
}

/** `onOutcome`: called when a request has come back and what it did is known, before that is stored. */
async function apply(step: Step, ports: OutboxPorts, onOutcome = () => {}): Promise<void> {
  if (await isErased(step.entry, ports)) return;
  switch (step.do) {
    case 'keep':
      return ports.entries.write(step.entry.id, step.entry);
    case 'draft':
      await ports.entries.write(step.entry.id, { ...step.entry, toDraft: true });
      await say(step.entry, 'draft', ports);
      return give(step.entry, ports);
    case 'settle':
      return settle(step.entry, step.outcome, step.evidence, ports, step.outcome === 'already' ? step.by : null);
    case 'send': {
      const { id, ticketId, action, origin } = step.entry;
      await ports.entries.write(id, step.entry);
      const end = await ports.send(ticketId, action, origin, leaveByOf(step.entry));
      return afterWrite(step.entry, end, ports, onOutcome);
    }
  }
}

/** An entry goes only by its own job, or with all data: what the agent erased meanwhile is not written anew. */
async function isErased({ id }: OutboxEntry, ports: OutboxPorts): Promise<boolean> {
  return (await ports.entries.read(id)) === null;
}

/** After every write the ticket is looked at, whatever the desk said; only what surely never left needs none. */
async function afterWrite(
  sent: OutboxEntry,
  end: WriteResult,
  ports: OutboxPorts,
  onOutcome: () => void,
): Promise<void> {
  if (!end.ok && end.outcome === 'not-sent') {
    onOutcome();
    return apply(notSent(sent, end.failure, ports.now()), ports);
  }
  const refusal = !end.ok && end.outcome === 'refused' ? end.failure : null;
  const entry = end.ok ? { ...sent, confirmed: true } : { ...sent, failure: end.failure };
  if (end.ok && !(await isErased(entry, ports))) await ports.entries.write(entry.id, entry);
  const reading = await readFor(entry, new AbortController().signal, ports);
  const known = await knownOf(entry, ports);
  onOutcome();
  await apply(afterLook(entry, reading, known, refusal), ports);
}

/** A draft again. What may still arrive of it is remembered, so that sending it anew is no silent second send. */
export async function give(entry: OutboxEntry, ports: OutboxPorts): Promise<void> {
  if (entry.openSends > 0) {
    const name = takenBackName(entry);
    const earlier = earlierOf(await ports.settled.read(name), entry.action);
    await ports.settled.write(name, takenBackOf(entry, ports.now(), earlier));
  }
  await giveText(entry, ports);
  await ports.entries.remove(entry.id);
}

/** Thrown away: its id is used up before it goes. */
export async function drop(entry: OutboxEntry, ports: OutboxPorts): Promise<void> {
  await ports.settled.write(entry.id, discardedOf(entry, ports.now()));
  await ports.entries.remove(entry.id);
}

/** Gives the text to the draft. Where one was begun meanwhile the two have its id, and all but this may be deleted again. */
export async function giveText(entry: OutboxEntry, ports: OutboxPorts): Promise<void> {
  const id = await ports.giveDraft(entry);
  const record = await ports.settled.read(takenBackName(entry));
  if (!id || !record?.takenBack) return;
  const name = takenBackName({ ...entry, id });
  if (!(await ports.settled.read(name))) await ports.settled.write(name, { ...record, id });
}

/** Says how an entry ended; `by`: who had done it before. */
async function say(
  entry: OutboxEntry,
  outcome: Outcome['outcome'],
  ports: OutboxPorts,
  by: string | null = null,
): Promise<void> {
  const { id, ticketId, origin, action, bulk } = entry;
  const news = { id, ticketId, origin, kind: action.kind, outcome, at: ports.now() };
  await ports.outcomes.write(id, { ...news, ...(by !== null && { by }), ...(bulk && { bulk }) });
}

/** Done: its id is used up before the entry goes, so that a worker that dies here only does this again. */
export async function settle(
  entry: OutboxEntry,
  outcome: Outcome['outcome'],
  evidence: Evidence | null,
  ports: OutboxPorts,
  by: string | null = null,
): Promise<void> {
  await ports.settled.write(entry.id, settledOf(entry, ports.now(), evidence));
  if (evidence) await learn(entry, evidence, ports);
  await say(entry, outcome, ports, by);
  await ports.entries.remove(entry.id);
}

/** A text that the desk confirmed and that stands in the log under a name: that name is ours. */
async function learn(entry: OutboxEntry, evidence: Evidence, ports: OutboxPorts): Promise<void> {
  const isText = entry.action.kind === 'reply' || entry.action.kind === 'note';
  const { sentAt } = entry;
  if (!isText || !entry.confirmed || sentAt === null || evidence.arrived !== 'once' || evidence.by === null) return;
  const assignee = entry.action.kind === 'reply' ? evidence.values.assignee : undefined;
  await ports.learn({ name: evidence.by, number: assignee === undefined ? null : Number(assignee), sentAt });
}

async function secondLook(work: Work, settled: Settled, ports: OutboxPorts): Promise<void> {
  const entry = settled.look?.entry;
  if (!entry) return;
  const reading = await readFor(entry, work.abort.signal, ports);
  await commit(work, () => judgeAgain(settled, reading, false, ports));
}

/** A reading before the next write to a ticket is also the second look at those that went before. */
async function judgeSettled(entry: OutboxEntry, reading: Reading, ports: OutboxPorts): Promise<void> {
  for (const settled of (await ports.settled.readAll()).values())
    if (isSameTicket(settled, entry) && settled.look) await judgeAgain(settled, reading, true, ports);
}

async function judgeAgain(settled: Settled, reading: Reading, isLast: boolean, ports: OutboxPorts): Promise<void> {
  const entry = settled.look?.entry;
  if (!entry?.before) return;
  const { action, before, confirmed } = entry;
  const { us, own } = await knownOf(entry, ports);
  if ((await ports.settled.read(settled.id)) === null) return;
  const isTwice = reading.ok && judge(action, before, reading.ticket, us, confirmed, own).arrived === 'twice';
  if (isTwice) await ports.entries.write(entry.id, { ...entry, state: 'twice', failure: null, nextLookAt: null });
  await ports.settled.write(settled.id, afterSecondLook(settled, ports.now(), reading.ok, isLast || isTwice));
}
