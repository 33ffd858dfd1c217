/** The laws of the outbox, watched while a story runs and checked at its end. */
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { entryKey } from '../../lib/tickets/event-log.ts';
import type { OutboxEntry, Outcome } from '../../lib/tickets/outbox-entry.ts';
import { hasSurelyFailed } from '../../lib/tickets/outbox-words.ts';
import { fieldText, type MovedField, wishedFields } from '../../lib/tickets/seen.ts';
import type { LogEntry } from '../../lib/tickets/ticket.ts';
import { isSameTicket, printOf, textOf } from '../../lib/worker/outbox-settled.ts';
import type { WriteFault } from './model-commands.ts';
import { shownReply, US } from './model-desk.ts';
import { type ModelWorld, UNDO_MS, type Witness } from './model-world.ts';

/** What the agent did with one id, and what became of it. */
export class Doing {
  /** Requests that the agent's doings allow: one for each submit and each `Send again`. */
  allowed = 0;
  sends = 0;
  isTakenBack = false;
  /** Taken back while its outcome was open: that request may arrive at any time, whatever becomes of the draft. */
  wasOpen = false;
  /** Set aside by the agent, or said to have arrived. */
  isDismissed = false;
  isClaimed = false;
  wasTwice = false;
  /** Text that the browser repeated at once, empty for what has none: it must be called twice. */
  mustBeTwice: string | null = null;
  /** When its entry was stored, in milliseconds that have really passed. */
  storedAt = 0;
  /** The agent asked for it before its time. */
  isSooner = false;
  /** Length of the ticket's log that the agent had seen; infinity: of a ticket never read. */
  seenLength = 0;
  movedLength = 0;
  /** The tags that the agent had seen. */
  seenTags: readonly string[] = [];
  movedTags: readonly string[] = [];
}

export class Laws implements Witness {
  readonly doings = new Map<OutboxId, Doing>();
  readonly broken: string[] = [];
  /** Texts whose submit was answered with yes: none of them may be lost. */
  readonly owed = new Set<string>();
  /** Every text that was taken back while its outcome was open, with the id it had. */
  #takenBack: { id: OutboxId; text: string }[] = [];
  /** What was claimed or set aside, as text. */
  readonly #ended: string[] = [];
  /** What was called sent and sets a value, as ticket and action. */
  readonly #claimed: string[] = [];
  readonly counts = { sends: 0, claims: 0, twice: 0, unsure: 0, moved: 0 };
  isClockMoved = false;
  /** Our name was not known at the start: an only name in the log just after a write of ours is taken for it. */
  isNameless = false;
  #world: ModelWorld | undefined;

  watch(world: ModelWorld): void {
    this.#world = world;
  }

  get world(): ModelWorld {
    if (!this.#world) throw new Error('no world is watched');
    return this.#world;
  }

  #break(law: string, id: string): void {
    this.broken.push(`${law}: ${id}`);
  }

  doing(id: OutboxId): Doing {
    const known = this.doings.get(id) ?? new Doing();
    this.doings.set(id, known);
    return known;
  }

  sending(entry: OutboxEntry, isAnotherOnWay: boolean): void {
    const { clock } = this.world;
    const doing = this.doing(entry.id);
    this.counts.sends++;
    doing.sends++;
    const isEarly = !this.isClockMoved && !doing.isSooner && clock.passed < doing.storedAt + UNDO_MS;
    if (doing.sends > doing.allowed) this.#break('sent more often than asked', entry.id);
    if (doing.isTakenBack) this.#break('sent after it was taken back', entry.id);
    if (isAnotherOnWay) this.#break('two writes to a ticket at a time', entry.id);
    if (isEarly) this.#break('sent before its time', entry.id);
    if (clock.wall() - entry.heldUntil > 120_000) this.#break('sent long after its time', entry.id);
    if (this.#isThereAlready(entry)) this.#break('sent though it had arrived', entry.id);
    if (this.world.settled.get(entry.id)?.isDiscarded) this.#break('sent after it was thrown away', entry.id);
    if (this.#takesTags(entry, doing)) this.#break('took tags off that the agent had not seen', entry.id);
    const isStopped = ['reply', 'note', 'close'].includes(entry.action.kind) && this.#hasUnseen(entry, doing);
    if (isStopped) this.#break('sent though another person had acted', entry.id);
  }

  /** Its text was taken back while open, and stands in the ticket as it was read before this request. */
  #isThereAlready({ ticketId, action }: OutboxEntry): boolean {
    const text = textOf(action);
    const log = this.world.records.get(ticketId)?.ticket.log ?? [];
    const hasArrived = this.#takenBack.some((taken) => taken.text === text && this.#applied(taken.id) > 0);
    return text !== null && hasArrived && countShown(log, text) > 0;
  }

  #takesTags({ ticketId, action }: OutboxEntry, { seenTags }: Doing): boolean {
    const tags = this.world.records.get(ticketId)?.ticket.tags ?? [];
    return action.kind === 'tag' && tags.some((tag) => !seenTags.includes(tag) && !action.tags.includes(tag));
  }

  #hasUnseen({ ticketId }: OutboxEntry, { seenLength }: Doing): boolean {
    const log = this.world.records.get(ticketId)?.ticket.log ?? [];
    const news = log.slice(0, Math.max(0, log.length - seenLength));
    const adopted = this.isNameless ? [...this.world.settled.values()].flatMap(({ keys }) => keys) : [];
    const isOther = (entry: LogEntry) => entry.appliedBy !== null && entry.appliedBy !== US;
    return news.some((entry) => isOther(entry) && !adopted.includes(entryKey(entry)));
  }

  met(id: OutboxId, fault: WriteFault | 'none'): void {
    const entry = this.world.entries.get(id);
    // Where our name is not known, a log in which others act too does not tell whose doing is there twice.
    const canTell = !this.isNameless || (entry && textOf(entry.action) !== null);
    // It never left: the outbox tries it again by itself.
    if (fault === 'rested') this.doing(id).sends--;
    if (fault === 'twice' && canTell) this.doing(id).mustBeTwice = entry ? wordsOf(entry) : '';
  }

  slept(): void {
    this.isClockMoved = true;
  }

  stored(before: OutboxEntry | null, entry: OutboxEntry): void {
    const doing = this.doing(entry.id);
    if (before === null && entry.state === 'held') {
      Object.assign(doing, { storedAt: this.world.clock.passed, isTakenBack: false, isSooner: false });
      // Another text than the one that was taken back.
      if (doing.mustBeTwice !== wordsOf(entry)) doing.mustBeTwice = null;
    }
    if (entry.toDraft) {
      doing.isTakenBack = true;
      doing.wasOpen ||= entry.openSends > 0;
      if (entry.openSends > 0) this.#takenBack.push({ id: entry.id, text: wordsOf(entry) });
    }
    if (entry.state === 'unsure') this.counts.unsure++;
    if (entry.state === 'moved') {
      this.counts.moved++;
      const ticket = this.world.records.get(entry.ticketId)?.ticket;
      doing.movedLength = ticket?.log.length ?? 0;
      doing.movedTags = ticket?.tags ?? [];
    }
    if (entry.state !== 'twice') return;
    this.counts.twice++;
    doing.wasTwice = true;
    const isGuess = this.isNameless && textOf(entry.action) === null;
    if (!isGuess && !this.#isThereTwice(entry)) this.#break('called sent twice, but is not', entry.id);
  }

  /** It, or an earlier write to the ticket whose copy came late: the log cannot always tell them apart. */
  #isThereTwice({ id, ticketId, action }: OutboxEntry): boolean {
    const earlier = [...this.world.desk.places].filter(([, place]) => place === ticketId);
    const applied = [...new Set([id, ...earlier.map(([one]) => one)])].map((one) => this.#applied(one));
    // Of what sets a value two entries may leave the same line.
    const isAlike = textOf(action) === null && applied.reduce((sum, count) => sum + count, 0) > 1;
    const text = textOf(action);
    const isTwice = text !== null && countShown(this.world.desk.show(ticketId).log, text) > 1;
    return isAlike || isTwice || applied.some((count) => count > 1);
  }

  said({ id, outcome }: Outcome): void {
    const doing = this.doing(id);
    const entry = this.world.entries.get(id);
    if (outcome === 'draft') {
      doing.isTakenBack = true;
      return;
    }
    this.counts.claims++;
    doing.isClaimed = true;
    if (entry) this.#ended.push(wordsOf(entry));
    // Out of sight nobody can count it.
    if (entry && this.world.hidden.has(entry.ticketId)) doing.mustBeTwice = null;
    const isTrue = outcome === 'arrived' || this.#applied(id) > 0 || (entry && this.#isSo(entry));
    if (!isTrue) this.#break(`called ${outcome}, but is not`, id);
    if (entry) this.#claimed.push(placeOf(entry));
  }

  /** By the agent; or a closing that was not sent, for another that takes its place. */
  thrownAway(id: OutboxId): void {
    const doing = this.doing(id);
    const entries = [...this.world.entries.values()];
    const entry = this.world.entries.get(id);
    const isAnother = (other: OutboxEntry) =>
      other.id !== id &&
      entry &&
      isSameTicket(other, entry) &&
      other.action.kind === 'close' &&
      !hasSurelyFailed(other);
    const isReplaced = entry?.action.kind === 'close' && hasSurelyFailed(entry) && entries.some(isAnother);
    if (!doing.isDismissed && !isReplaced) this.#break('thrown away unasked', id);
    doing.isDismissed = true;
  }

  /** The agent sets an entry aside. */
  dismiss(id: OutboxId): void {
    const entry = this.world.entries.get(id);
    this.doing(id).isDismissed = true;
    if (!entry) return;
    const text = wordsOf(entry);
    this.#ended.push(text);
    // Whoever sends the same text anew knows what may have arrived of it.
    this.#takenBack = this.#takenBack.filter((taken) => taken.text !== text);
  }

  #applied(id: OutboxId): number {
    return this.world.desk.applied.get(id) ?? 0;
  }

  /**
   * A text is there; what sets a value is so, whoever did it. But minutes go with it only where the desk said yes, or where
   * they stand there: a copy of another one that leaves the same line is not to be told from it.
   */
  #isSo(entry: OutboxEntry): boolean {
    const { action, ticketId, confirmed } = entry;
    // Where the ticket is not to be seen, the desk's yes is all there is.
    if (confirmed && this.world.hidden.has(ticketId)) return true;
    const text = textOf(action);
    if (text !== null) return countShown(this.world.desk.show(ticketId).log, text) > 0;
    const ticket = this.world.desk.show(ticketId);
    const wished = Object.entries(wishedFields(action)) as [MovedField, string][];
    if ('minutes' in action && action.minutes && !confirmed) {
      const isLine = ({ appliedBy, billable, description }: LogEntry) =>
        appliedBy === US && billable === action.minutes && wished.some(([, value]) => value === description);
      const claims = this.#claimed.filter((claim) => claim === placeOf(entry));
      if (ticket.log.filter(isLine).length <= claims.length) return false;
    }
    return wished.every(([field, value]) => fieldText(field, ticket) === value);
  }

  /** When everything has come to rest: nothing is lost, nothing unsaid, nothing left lying. */
  finish(): void {
    const { entries } = this.world;
    for (const [id, doing] of this.doings) {
      const { isClaimed, isDismissed, isTakenBack, wasTwice, mustBeTwice } = doing;
      const isEnded = isClaimed || isDismissed || isTakenBack || wasTwice;
      if (doing.storedAt > 0 && !isEnded && !entries.has(id)) this.#break('gone without a word', id);
      if (mustBeTwice !== null && isClaimed && !wasTwice && !isDismissed && !isTakenBack)
        this.#break('sent twice, and not said', id);
    }
    for (const { id, state } of entries.values()) {
      if (state === 'failed' && this.#applied(id) > 0 && !this.doing(id).wasOpen)
        this.#break('called not sent, but is', id);
      if (['held', 'queued', 'sending'].includes(state)) this.#break(`still ${state} at the end`, id);
    }
    const texts = this.#allTexts();
    for (const mark of this.owed) if (!texts.some((text) => text.includes(mark))) this.#break('lost', mark);
  }

  #allTexts(): string[] {
    const drafts = [...this.world.drafts.values()].map(({ fields }) => JSON.stringify(fields));
    const waiting = [...this.world.entries.values()].map(wordsOf);
    return [...drafts, ...waiting, ...this.#ended];
  }
}

function placeOf({ ticketId, action }: OutboxEntry): string {
  return `${ticketId} ${printOf(action)}`;
}

function wordsOf({ action }: OutboxEntry): string {
  return textOf(action) ?? '';
}

/** How often a text of ours stands in the log. */
function countShown(log: LogEntry[], text: string): number {
  const isOne = ({ appliedBy, description }: LogEntry) =>
    appliedBy === US && (description === shownReply(text) || description === `<p>${text}</p>`);
  return log.filter(isOne).length;
}
