/** The world around the outbox in the model: storage that survives, workers that die at any await, a failing network. */
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import { type Draft, fieldsOfAction, firstId } from '../../lib/tickets/draft.ts';
import { isSpent, joinDrafts } from '../../lib/tickets/draft-join.ts';
import type { OutboxEntry, Outcome, Settled } from '../../lib/tickets/outbox-entry.ts';
import type { LogEntry, Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import type { WriteResult } from '../../lib/worker/desk-verdict.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks, type OutboxAsks } from '../../lib/worker/outbox-asks.ts';
import type { Reading } from '../../lib/worker/outbox-decide.ts';
import type { Us } from '../../lib/worker/outbox-evidence.ts';
import type { OutboxPorts, Shelf } from '../../lib/worker/outbox-ports.ts';
import { idAfter, textPrintOf } from '../../lib/worker/outbox-settled.ts';
import { ModelClock } from './model-clock.ts';
import type { ReadFault, WriteFault } from './model-commands.ts';
import { ModelDesk, US } from './model-desk.ts';

export const ORIGIN = 'https://acme.sympoq.com';
export const UNDO_MS = 5_000;

/** Told to the laws as it happens. */
export interface Witness {
  sending(entry: OutboxEntry, live: boolean): void;
  stored(before: OutboxEntry | null, entry: OutboxEntry): void;
  said(outcome: Outcome): void;
  thrownAway(id: OutboxId): void;
  met(id: OutboxId, fault: WriteFault | 'none'): void;
  slept(): void;
}

export class ModelWorld {
  readonly clock = new ModelClock();
  readonly desk = new ModelDesk();
  readonly entries = new Map<string, OutboxEntry>();
  readonly settled = new Map<string, Settled>();
  readonly outcomes = new Map<string, Outcome>();
  readonly drafts = new Map<string, Draft>();
  readonly writeFaults: { fault: WriteFault; ms: number }[] = [];
  readonly readFaults: { fault: ReadFault; ms: number }[] = [];
  /** Of each ticket: the last reading that the worker got; the agent's surfaces show it. */
  readonly records = new Map<TicketId, { ticket: Ticket & { log: LogEntry[] }; readAt: number }>();
  /** Tickets that the last reading did not show. */
  readonly hidden = new Set<TicketId>();
  isUp = true;
  /** Kills the worker after so many more awaits; null: not yet. */
  killAfter: number | null = null;
  /** Storage refuses the write after so many more; `isDone`: when it has been made, as where its mirror has no room. */
  readonly storageFaults: { writes: number; isDone: boolean }[] = [];
  /** The machine sleeps for so long after so many more awaits; null: not yet. */
  sleep: { after: number; ms: number } | null = null;
  asks: OutboxAsks | null = null;
  /** Of each live worker: tickets with a request on its way. */
  readonly onWay = new Set<TicketId>();
  #generation = 0;
  #callOff: (() => void) | null = null;
  #alarm: (() => void) | null = null;
  #learned: Us;

  readonly witness: Witness;

  constructor(witness: Witness, us: Us) {
    this.witness = witness;
    this.#learned = us;
  }

  /** A worker starts, if none lives: what opens a panel or wakes by an alarm does this. */
  start(): OutboxAsks {
    if (this.asks) return this.asks;
    const outbox = openOutbox(this.#portsOf(++this.#generation, () => void outbox.look()));
    const asks = makeAsks(outbox);
    this.asks = asks;
    void outbox.look();
    return asks;
  }

  kill(): void {
    this.#generation++;
    this.killAfter = null;
    this.asks = null;
    this.onWay.clear();
    this.#callOff?.();
    this.#callOff = null;
  }

  #isDead(generation: number): boolean {
    return generation !== this.#generation;
  }

  /** Every await of a worker: it may be its last. */
  async #breath(generation: number): Promise<void> {
    if (!this.#isDead(generation) && this.killAfter !== null && this.killAfter-- <= 0) this.kill();
    if (this.#isDead(generation)) await forever();
    if (this.sleep !== null && this.sleep.after-- <= 0) this.#fallAsleep(this.sleep.ms);
  }

  #fallAsleep(ms: number): void {
    this.clock.offset += ms;
    this.sleep = null;
    this.witness.slept();
  }

  async #step<T>(generation: number, effect: () => T): Promise<T> {
    await this.#breath(generation);
    // Another await of the same worker may have been its last meanwhile.
    if (this.#isDead(generation)) await forever();
    const value = effect();
    await this.#breath(generation);
    return value;
  }

  /** A write to storage. What is shown before it is kept is not kept when it fails. */
  #store(generation: number, effect: () => void, isShownFirst = false): Promise<void> {
    return this.#step(generation, () => {
      const [fault] = this.storageFaults;
      if (!fault || fault.writes-- > 0) return effect();
      this.storageFaults.shift();
      if (fault.isDone && !isShownFirst) effect();
      throw new Error('storage is full');
    });
  }

  #shelf<T>(
    generation: number,
    map: Map<string, T>,
    onWrite?: (before: T | null, value: T) => void,
    isShownFirst = false,
  ): Shelf<T> {
    return {
      read: (name) => this.#step(generation, () => map.get(name) ?? null),
      readAll: () => this.#step(generation, () => new Map(map)),
      write: (name, value) => {
        const effect = () => {
          onWrite?.(map.get(name) ?? null, value);
          map.set(name, value);
        };
        return this.#store(generation, effect, isShownFirst);
      },
      remove: (name) => this.#store(generation, () => void map.delete(name)),
    };
  }

  #portsOf(generation: number, look: () => void): OutboxPorts {
    const step = <T>(effect: () => T) => this.#step(generation, effect);
    return {
      now: () => this.clock.wall(),
      entries: this.#shelf(generation, this.entries, (before, entry) => this.witness.stored(before, entry), true),
      settled: this.#shelf(generation, this.settled, (_before, { id, isDiscarded }) => {
        if (isDiscarded) this.witness.thrownAway(id);
      }),
      outcomes: this.#shelf(generation, this.outcomes, (_before, outcome) => this.witness.said(outcome)),
      giveDraft: async (entry) => {
        await this.#store(generation, () => this.#give(entry));
        return this.drafts.get(`${entry.ticketId}:${entry.action.kind}`)?.id;
      },
      dropDraft: (entry) =>
        this.#store(generation, () => {
          const name = `${entry.ticketId}:${entry.action.kind}`;
          const draft = this.drafts.get(name);
          if (draft?.id !== entry.id) return;
          if (isSpent(draft, entry.action)) this.drafts.delete(name);
          else
            this.drafts.set(name, {
              ...draft,
              id: idAfter(draft.id, textPrintOf('text' in draft.fields ? draft.fields.text : null) ?? ''),
            });
        }),
      hasDraft: (id) => step(() => [...this.drafts.values()].some((draft) => firstId(draft.id) === firstId(id))),
      origin: () => step(() => ORIGIN),
      read: (id, signal) => this.#read(generation, id, signal),
      send: (id, action, _origin, leaveBy) => this.#send(generation, id, action, leaveBy),
      us: () => step(() => this.#learned),
      learn: ({ name }) =>
        step(() => {
          if (name !== null && name !== US) throw new Error(`learned a stranger's name: ${name}`);
          if (name !== null) this.#learned = { names: [name], isSure: true };
        }),
      rules: () =>
        step(() => ({
          undoMs: UNDO_MS,
          allowed: ['reply', 'note', 'assign', 'move', 'tag', 'close'] as const,
          allowBulk: true,
        })),
      wake: (nextAt, isRunning) => this.#wake(generation, nextAt, isRunning, look),
    };
  }

  #give(entry: OutboxEntry): void {
    const made = fieldsOfAction(entry.action, (iso) => iso);
    if (!made) return;
    const { id, ticketId, origin, seen } = entry;
    const given = { ...made, id, ticketId, origin, seen, changedAt: this.clock.wall() } as Draft;
    const name = `${ticketId}:${made.kind}`;
    const typed = this.drafts.get(name);
    this.drafts.set(name, typed ? joinDrafts(typed, given) : given);
  }

  #wake(generation: number, nextAt: number | null, isRunning: boolean, look: () => void): void {
    if (this.#isDead(generation)) return;
    this.#callOff?.();
    this.#callOff = nextAt === null ? null : this.clock.after(nextAt - this.clock.wall(), look);
    this.#alarm?.();
    this.#alarm = null;
    if (nextAt === null && !isRunning) return;
    this.#alarm = this.clock.after(Math.max(30_000, (nextAt ?? 0) - this.clock.wall()), () => {
      if (this.asks) look();
      else this.start();
    });
  }

  /** Something that takes time: dead workers never hear of it. */
  #later<T>(generation: number, ms: number, run: () => T, signal?: AbortSignal, gaveUp?: T): Promise<T> {
    return new Promise((resolve) => {
      const end = (value: T) => {
        if (!this.#isDead(generation)) resolve(value);
      };
      this.clock.after(ms, () => end(run()));
      if (signal && gaveUp !== undefined) signal.addEventListener('abort', () => end(gaveUp));
    });
  }

  async #read(generation: number, id: TicketId, signal: AbortSignal): Promise<Reading> {
    await this.#breath(generation);
    const failure = (code: 'unreachable' | 'resting' | 'not-found' | 'gone'): Reading => {
      const until = code === 'resting' ? { until: this.clock.wall() + 8_000 } : {};
      return { ok: false, failure: { code, ...until } };
    };
    const shown = (): Reading => {
      const record = { ticket: this.desk.show(id), readAt: this.clock.wall() };
      this.records.set(id, record);
      this.hidden.delete(id);
      return { ok: true, ...record };
    };
    const fault = this.isUp ? this.readFaults.shift() : { fault: 'unreachable' as const, ms: 0 };
    const isSlow = fault?.fault === 'slow' || fault?.fault === 'slow-fail';
    const answer = (): Reading => {
      if (!fault || fault.fault === 'slow') return shown();
      if (fault.fault === 'not-found') this.hidden.add(id);
      return failure(fault.fault === 'slow-fail' ? 'unreachable' : fault.fault);
    };
    const reading = isSlow ? await this.#later(generation, fault.ms, answer, signal, failure('gone')) : answer();
    await this.#breath(generation);
    return reading;
  }

  async #send(generation: number, id: TicketId, action: Action, leaveBy: number): Promise<WriteResult> {
    await this.#breath(generation);
    if (this.#isDead(generation)) await forever();
    if (this.clock.wall() > leaveBy) return { ok: false, outcome: 'not-sent', failure: { code: 'timeout' } };
    const entry = [...this.entries.values()].find((other) => other.ticketId === id && other.state === 'sending');
    if (!entry) throw new Error('a request without an entry that is stored as sending');
    this.witness.sending(entry, this.onWay.has(id));
    this.onWay.add(id);
    const end = await this.#meet(generation, entry.id, id, action);
    this.onWay.delete(id);
    await this.#breath(generation);
    return end;
  }

  async #meet(generation: number, entry: OutboxId, id: TicketId, action: Action): Promise<WriteResult> {
    const apply = () => this.desk.apply(entry, id, action);
    const open: WriteResult = { ok: false, outcome: 'open', failure: { code: 'timeout' } };
    if (!this.isUp) return { ...open, failure: { code: 'unreachable' } };
    const { fault, ms } = this.writeFaults.shift() ?? { fault: 'none' as const, ms: 0 };
    this.witness.met(entry, fault);
    switch (fault) {
      case 'none':
        apply();
        return { ok: true };
      case 'open-applied':
        apply();
        return open;
      case 'open-unapplied':
        return open;
      case 'open-late':
        this.clock.after(ms, apply);
        return this.#later<WriteResult>(generation, Math.min(ms, 20_000) / 2, () => open);
      case 'refused':
        return { ok: false, outcome: 'refused', failure: { code: 'rejected', status: 422 } };
      case 'not-sent':
        return { ok: false, outcome: 'not-sent', failure: { code: 'no-connection' } };
      case 'rested': {
        const until = this.clock.wall() + Math.min(ms, 20_000);
        return { ok: false, outcome: 'not-sent', failure: { code: 'resting', until } };
      }
      case 'twice':
        apply();
        apply();
        return { ok: true };
      case 'twice-late':
        apply();
        this.clock.after(Math.min(ms, 3_000), apply);
        return { ok: true };
      case 'yes-late':
        this.clock.after(ms, apply);
        return { ok: true };
      case 'yes-unapplied':
        return { ok: true };
      case 'slow':
        apply();
        return this.#later<WriteResult>(generation, Math.min(ms, 19_000), () => ({ ok: true }));
      case 'slow-open':
        return this.#later(generation, Math.min(ms, 20_000), () => {
          apply();
          return open;
        });
    }
  }
}

function forever(): Promise<never> {
  return new Promise(() => {});
}
