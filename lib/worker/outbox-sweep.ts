/** Removes what the outbox need not remember any more: outcomes that were seen after a minute, others after a month, used-up ids after a day, if nothing asks for them. */
import type { OutboxEntry, Outcome, Settled } from '../tickets/outbox-entry.ts';
import { isUnseen } from '../tickets/outbox-words.ts';
import type { OutboxPorts, Shelf } from './outbox-ports.ts';
import { isSameTicket } from './outbox-settled.ts';
import { hasCome, OUTCOME_MS, SETTLED_MS, UNSEEN_MS } from './outbox-times.ts';

export interface Sweep {
  /** The shelf to write outcomes to, so that their time is known. */
  outcomes: Shelf<Outcome>;
  /** Removes what is over; answers when the next outcome is (epoch milliseconds), infinity for none. */
  run(settled: Map<string, Settled>, now: number): Promise<number>;
}

/** The first run looks at all outcomes, later ones only when one is due: most looks have none. */
export function makeSweep(ports: Pick<OutboxPorts, 'outcomes' | 'settled' | 'entries' | 'hasDraft'>): Sweep {
  let isKnown = false;
  let dueAt = Number.POSITIVE_INFINITY;
  const outcomes: Shelf<Outcome> = {
    ...ports.outcomes,
    write(name, outcome) {
      if (!isUnseen(outcome)) dueAt = Math.min(dueAt, outcome.at + OUTCOME_MS);
      return ports.outcomes.write(name, outcome);
    },
  };
  return {
    outcomes,
    async run(settled, now) {
      for (const name of await findOver(settled, now, ports)) await ports.settled.remove(name);
      const isDue = Number.isFinite(dueAt) && hasCome(dueAt, now, OUTCOME_MS);
      if (isKnown && !isDue) return dueAt;
      isKnown = true;
      dueAt = Number.POSITIVE_INFINITY;
      const next = await sweepOutcomes(ports, now);
      // Read only now: an outcome may have been written meanwhile.
      dueAt = Math.min(dueAt, next);
      return dueAt;
    },
  };
}

/**
 * A draft lies for days: what was taken back may have arrived meanwhile, what could not be dropped was sent. And as long
 * as a text of a ticket is still to be looked for, it must be known what else in its log is ours.
 */
async function findOver(
  settled: Map<string, Settled>,
  now: number,
  { entries, hasDraft }: Pick<OutboxPorts, 'entries' | 'hasDraft'>,
): Promise<string[]> {
  const over: [name: string, record: Settled][] = [];
  const open: Pick<OutboxEntry, 'ticketId' | 'origin'>[] = [];
  for (const [name, record] of settled) {
    const isOld = now - record.at > SETTLED_MS;
    if (isOld ? await hasDraft(record.id) : record.takenBack) open.push(record);
    else if (isOld) over.push([name, record]);
  }
  if (over.length === 0) return [];
  // After the drafts: an entry is stored before its draft goes, so one that is sent meanwhile is met here or there.
  open.push(...(await entries.readAll()).values());
  return over.filter(([, record]) => !open.some((one) => isSameTicket(one, record))).map(([name]) => name);
}

async function sweepOutcomes({ outcomes }: Pick<OutboxPorts, 'outcomes'>, now: number): Promise<number> {
  let next = Number.POSITIVE_INFINITY;
  for (const [name, outcome] of await outcomes.readAll()) {
    if (isUnseen(outcome) && now - outcome.at < UNSEEN_MS) continue;
    const goesAt = outcome.at + OUTCOME_MS;
    if (hasCome(goesAt, now, OUTCOME_MS)) await outcomes.remove(name);
    else next = Math.min(next, goesAt);
  }
  return next;
}
