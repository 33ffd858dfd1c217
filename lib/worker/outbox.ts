/** The outbox at work: looks what is due, runs its jobs one per ticket, and sets the next time. */
import type { OutboxId } from '../tickets/actions.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { runJob, type Work } from './outbox-jobs.ts';
import { type Job, planOutbox } from './outbox-plan.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { makeSweep } from './outbox-sweep.ts';
import { hasCome } from './outbox-times.ts';

/** After a job or a look that could not be done for a fault of ours (storage refused): not again at once. */
const FAULT_WAIT_MS = 5_000;

export interface Outbox {
  ports: OutboxPorts;
  /** Looks what is due and starts it. Called at every start, by timer and alarm, and after every change. */
  look(isEager?: boolean): Promise<void>;
  /**
   * Runs `act` while no job touches the entry: one that has not committed is aborted, one that is storing is waited
   * for. False, without running it, when the entry's request is on its way.
   */
  alone(id: OutboxId, act: () => Promise<void>): Promise<boolean>;
}

/** Opens the outbox. It holds only what is free to lose: which jobs are under way. */
export function openOutbox(outside: OutboxPorts): Outbox {
  const sweep = makeSweep(outside);
  const ports: OutboxPorts = { ...outside, outcomes: sweep.outcomes };
  const works = new Map<TicketId, Work>();
  const taken = new Map<OutboxId, Promise<void>>();
  const faults = new Map<TicketId, number>();
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;
  let isEagerNext = false;

  async function lookOnce(isEager: boolean): Promise<void> {
    // What is under way while the entries are read may change them: it is left alone, and looked at when it ends.
    const busy = new Set(works.keys());
    const claimed = new Set(taken.keys());
    const [entries, settled] = await Promise.all([ports.entries.readAll(), ports.settled.readAll()]);
    const now = ports.now();
    const plan = planOutbox({
      entries: [...entries.values()],
      settled: [...settled.values()],
      busy: busy.union(new Set([...works.keys(), ...faultyAt(now)])),
      taken: claimed.union(taken),
      now,
      isEager,
    });
    for (const job of plan.jobs) start(job);
    const sweepAt = await sweep.run(settled, now);
    const nextAt = Math.min(plan.nextAt ?? Number.POSITIVE_INFINITY, sweepAt, ...faults.values());
    ports.wake(Number.isFinite(nextAt) ? nextAt : null, works.size > 0);
  }

  function faultyAt(now: number): Iterable<TicketId> {
    for (const [ticketId, until] of faults) if (hasCome(until, now, FAULT_WAIT_MS)) faults.delete(ticketId);
    return faults.keys();
  }

  /** Claims the ticket before the first await. */
  function start(job: Job): void {
    const work: Work = { job, abort: new AbortController(), isLeaving: false, done: Promise.resolve() };
    works.set(job.ticketId, work);
    work.done = runJob(work, ports)
      .catch(() => void faults.set(job.ticketId, ports.now() + FAULT_WAIT_MS))
      .then(() => {
        works.delete(job.ticketId);
        void look();
      });
  }

  /** One look at a time; what is asked for meanwhile is one more look after it. */
  function look(isEager = false): Promise<void> {
    isAskedAgain = true;
    isEagerNext ||= isEager;
    looking ??= lookWhileAsked();
    return looking;
  }

  async function lookWhileAsked(): Promise<void> {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        const isEager = isEagerNext;
        isEagerNext = false;
        await lookOnce(isEager).catch(() => ports.wake(ports.now() + FAULT_WAIT_MS, works.size > 0));
      }
    } finally {
      // In the very turn of the last look at `isAskedAgain`: what is asked for after it begins anew.
      looking = null;
    }
  }

  async function alone(id: OutboxId, act: () => Promise<void>): Promise<boolean> {
    while (taken.has(id)) await taken.get(id);
    const held = Promise.resolve().then(() => holdWhile(id, act));
    const ended = held.then(nothing, nothing);
    taken.set(id, ended);
    await ended;
    return held;
  }

  async function holdWhile(id: OutboxId, act: () => Promise<void>): Promise<boolean> {
    try {
      const work = [...works.values()].find(({ job }) => job.what !== 'second' && job.entry.id === id);
      if (work?.isLeaving) return false;
      work?.abort.abort();
      await work?.done;
      await act();
      return true;
    } finally {
      taken.delete(id);
      void look();
    }
  }

  return { ports, look, alone };
}

function nothing(): void {}
