/** Plays a story of commands in a world of its own and says which laws it broke. */
import type { Action, ActionKind, OutboxId } from '../../lib/tickets/actions.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import type { Submission } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import type { Us } from '../../lib/worker/outbox-evidence.ts';
import { SETTLED_MS } from '../../lib/worker/outbox-times.ts';
import { settle } from './model-clock.ts';
import type { Ask, Command } from './model-commands.ts';
import { TICKETS, US } from './model-desk.ts';
import { Laws } from './model-laws.ts';
import { ModelWorld, ORIGIN } from './model-world.ts';

const MARKS = /\[mark \d+\]/g;

/** How well the outbox knows our name at the start. */
export const KNOWLEDGE: readonly Us[] = [
  { names: [], isSure: false },
  { names: [US], isSure: false },
  { names: [US], isSure: true },
];

class Story {
  readonly laws = new Laws();
  readonly world: ModelWorld;
  readonly #made: { submission: Submission; at: number }[] = [];
  #count = 0;

  constructor(us: Us) {
    this.world = new ModelWorld(this.laws, us);
    this.laws.watch(this.world);
    this.laws.isNameless = us.names.length === 0;
  }

  async play(command: Command): Promise<void> {
    const { world } = this;
    switch (command.do) {
      case 'submit':
        return this.#submitNew(ticketOf(command.ticket), command.kind, command.twin);
      case 'submitAgain':
        return this.#repeat(command.which, ({ action }) => action);
      case 'submitOther':
        return this.#repeat(command.which, ({ action, ticketId }) => this.#actionOf(action.kind, ticketId));
      case 'ask':
        return this.#ask(command.ask, command.which);
      case 'submitDraft':
        return this.#submitDraft(ticketOf(command.ticket), command.kind);
      case 'type':
        return this.#type(ticketOf(command.ticket), command.kind, command.isOption);
      case 'shorten':
        return this.#shorten(ticketOf(command.ticket), command.kind);
      case 'other':
        return world.desk.other(ticketOf(command.ticket), command.what, `other ${++this.#count}`);
      case 'writeFault':
        world.writeFaults.push(command);
        return;
      case 'readFault':
        world.readFaults.push(command);
        return;
      case 'network':
        world.isUp = command.isUp;
        return;
      case 'pass':
        return world.clock.pass(command.ms);
      case 'jump':
        this.laws.isClockMoved = true;
        world.clock.offset += command.ms;
        return;
      case 'killAt':
        world.killAfter = command.awaits;
        return;
      case 'storageFault':
        world.storageFaults.push({ ...command });
        return;
      case 'sleepAt':
        world.sleep = { after: command.awaits, ms: command.ms };
        return;
      case 'kill':
        return world.kill();
      case 'open':
        for (const id of TICKETS) world.records.set(id, { ticket: world.desk.show(id), readAt: world.clock.wall() });
        world.start();
        return settle();
    }
  }

  async end(): Promise<void> {
    const { world } = this;
    world.killAfter = null;
    world.sleep = null;
    world.storageFaults.length = 0;
    world.isUp = true;
    world.writeFaults.length = 0;
    world.readFaults.length = 0;
    await world.clock.pass(150_000);
    world.start();
    await world.clock.pass(700_000);
    this.laws.finish();
  }

  /** The composer takes on what stands in the draft, its id included. */
  async #submitNew(ticketId: TicketId, kind: ActionKind, isTwin: boolean): Promise<void> {
    const draft = this.world.drafts.get(`${ticketId}:${kind}`);
    const id = draft?.id ?? (`id-${++this.#count}` as OutboxId);
    return this.#submitAs(id, ticketId, this.#actionOf(kind, ticketId, draft), isTwin);
  }

  /** What came back from the outbox is sent as it stands, now and then with another option. */
  async #submitDraft(ticketId: TicketId, kind: 'reply' | 'note'): Promise<void> {
    const draft = this.world.drafts.get(`${ticketId}:${kind}`);
    const text = draft && 'text' in draft.fields ? draft.fields.text.trim() : '';
    if (!draft || text === '') return;
    const more = ++this.#count % 3 === 0 ? { minutes: 7 } : {};
    const isClosing = draft.kind === 'reply' && draft.fields.andClose;
    const status = draft.kind === 'note' ? draft.fields.status : null;
    const reply: Action = { kind: 'reply', reply: text, andClose: isClosing, ...more };
    const note: Action = { kind: 'note', note: text, ...(status !== null && { status }), ...more };
    return this.#submitAs(draft.id, ticketId, kind === 'reply' ? reply : note);
  }

  #submitAs(id: OutboxId, ticketId: TicketId, action: Action, isTwin = false): Promise<void> {
    const seen = seenOf(this.world.records.get(ticketId) ?? null);
    const submission = { id, ticketId, origin: ORIGIN, action, seen };
    this.#made.push({ submission, at: this.world.clock.wall() });
    this.#submit(submission);
    if (isTwin) this.#submit(submission);
    return settle();
  }

  async #repeat(which: number, actionOf: (made: Submission) => Action): Promise<void> {
    const { submission: made, at = 0 } = this.#made[which % Math.max(1, this.#made.length)] ?? {};
    // No window is left open with what was sent from it a day ago.
    if (!made || this.world.clock.wall() - at > SETTLED_MS / 2) return;
    const seen = seenOf(this.world.records.get(made.ticketId) ?? null);
    this.#submit({ ...made, action: actionOf(made), seen });
    return settle();
  }

  #submit(submission: Submission): void {
    const { id, ticketId, action, seen } = submission;
    const doing = this.laws.doing(id);
    const record = this.world.settled.get(id);
    // What a worker left half given back counts as given back.
    const isThere = this.world.entries.get(id)?.toDraft === false;
    const isNew = !isThere && (!record || record.takenBack !== undefined);
    if (isNew) {
      doing.allowed = doing.sends + 1;
      doing.seenLength = this.world.records.get(ticketId)?.ticket.log.length ?? Number.POSITIVE_INFINITY;
      doing.seenTags = seen.tags;
    }
    const marks = JSON.stringify(action).match(MARKS) ?? [];
    const asks = this.world.start();
    void asks.submit(submission).then((result) => {
      if (result.ok) for (const mark of marks) this.laws.owed.add(mark);
    }, notKept);
  }

  #actionOf(kind: ActionKind, ticketId: TicketId, draft?: Draft): Action {
    const count = ++this.#count;
    const tags = this.world.records.get(ticketId)?.ticket.tags ?? [];
    const typed = draft && 'text' in draft.fields ? `${draft.fields.text}\n\n` : '';
    const text = `${typed}Here is what we found out [mark ${count}].`.trim();
    const actions: Record<ActionKind, Action> = {
      reply: { kind: 'reply', reply: text, andClose: count % 4 === 0 },
      note: count % 2 ? { kind: 'note', note: text, status: 3 } : { kind: 'note', note: text },
      assign: { kind: 'assign', assignee: 10 + (count % 3), ...(count % 2 && { minutes: 5 }) },
      move: { kind: 'move', queue: 2 + (count % 3), ...(count % 2 && { minutes: 5 }) },
      tag: { kind: 'tag', tags: [...(count % 3 ? tags : tags.slice(1)), `tag ${count}`] },
      close: { kind: 'close' },
    };
    return actions[kind];
  }

  async #ask(ask: Ask, which: number): Promise<void> {
    const ids = [...this.world.entries.keys()] as OutboxId[];
    const id = ids[which % Math.max(1, ids.length)];
    const entry = id && this.world.entries.get(id);
    if (!entry) return;
    const doing = this.laws.doing(id);
    if (ask === 'sendAgain' && ['failed', 'unsure'].includes(entry.state)) doing.allowed++;
    if (ask === 'sendAnyway' && entry.state === 'moved') {
      doing.seenLength = doing.movedLength;
      doing.seenTags = doing.movedTags;
    }
    if (ask.startsWith('send')) doing.isSooner = true;
    if (ask === 'discard' || ask === 'arrived') this.laws.dismiss(id);
    const asks = this.world.start();
    void asks[ask](id).then((result) => {
      if (ask === 'backToDraft' && result.ok) doing.isTakenBack = true;
    }, notKept);
    return settle();
  }

  /** Deletes all but the first paragraph of a draft: what came back from the outbox stands first. */
  #shorten(ticketId: TicketId, kind: 'reply' | 'note'): void {
    const name = `${ticketId}:${kind}`;
    const draft = this.world.drafts.get(name);
    if (!draft || !('text' in draft.fields)) return;
    const [text = '', ...gone] = draft.fields.text.split('\n\n');
    for (const mark of gone.join().match(MARKS) ?? []) this.laws.owed.delete(mark);
    const changedAt = this.world.clock.wall();
    this.world.drafts.set(name, { ...draft, changedAt, fields: { ...draft.fields, text } } as Draft);
  }

  /** Types on in a draft; or, in a composer as it opens, only chooses an option. */
  #type(ticketId: TicketId, kind: 'reply' | 'note', isOption: boolean): void {
    const name = `${ticketId}:${kind}`;
    const present = this.world.drafts.get(name);
    if (present && isOption) return;
    const mark = `[mark ${++this.#count}]`;
    const before = present && 'text' in present.fields ? `${present.fields.text}\n` : '';
    const text = isOption ? '' : `${before}typed ${mark}`;
    const more =
      kind === 'reply'
        ? { andClose: isOption, markSolution: false, autoAssign: false }
        : { status: isOption ? 3 : null };
    const id = present?.id ?? (`id-${++this.#count}` as OutboxId);
    const seen = seenOf(this.world.records.get(ticketId) ?? null);
    const changedAt = this.world.clock.wall();
    this.world.drafts.set(name, {
      ticketId,
      kind,
      id,
      seen,
      changedAt,
      fields: { text, minutes: '', ...more },
    } as Draft);
    if (!isOption) this.laws.owed.add(mark);
  }
}

/** The agent is told that storage refused. */
function notKept(): void {}

function ticketOf(index: number): TicketId {
  return TICKETS[index % TICKETS.length] as TicketId;
}

/** Plays the story to its end, and then on until everything has come to rest. */
export async function playStory(commands: Command[], us: Us): Promise<Laws> {
  const story = new Story(us);
  for (const command of commands) await story.play(command);
  await story.end();
  return story.laws;
}
