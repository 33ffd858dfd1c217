/** What each agent action leaves in a ticket and its log, as the desk does it. */
import { checkValues, Refusal, splitTags, type WriteName, type WriteValues } from './desk-checks.ts';
import { AGENTS, type Agent, nameOf, QUEUES, TOPICS } from './desk-people.ts';
import type { DeskSettings, DeskTicket, WireLogEntry } from './desk-types.ts';
import { formatWireDate, isoNanos, isoSeconds, parseWireDate } from './wire-dates.ts';

const STATUS = { new: 1, working: 2, pending: 3, closed: 4 } as const;
const STATUS_NAMES = ['', 'New', 'Working', 'Pending', 'Closed'];

/** One change in the making: whose, when, to which ticket. */
export interface Change {
  ticket: DeskTicket;
  agent: Agent;
  /** Epoch milliseconds. */
  at: number;
  settings: DeskSettings;
}

let micros = 0;

/** Puts an entry on top of a ticket's log, with a date no other entry has. */
export function addLog(
  { ticket, at, settings }: Pick<Change, 'ticket' | 'at' | 'settings'>,
  entry: Pick<WireLogEntry, 'action' | 'description'> & Partial<WireLogEntry>,
): void {
  micros = (micros + 7) % 1000;
  const date = isoNanos(at, micros, settings.zone);
  ticket.event_log.unshift({ date, applied_by: null, billable: null, ...entry });
  ticket.updated = isoSeconds(at);
}

function addNotice(change: Change, to: { name: string | null; email: string | null }, what: string): void {
  const { ticket } = change;
  const subject = `${nameOf(QUEUES, ticket.queue)} - ${nameOf(TOPICS, ticket.topic ?? 0)}`;
  addLog(change, { action: 'Notified', description: `${to.name} ${to.email} : ${what}: [${ticket.id}] ${subject}` });
}

function addMinutes(ticket: DeskTicket, values: WriteValues): number | null {
  const minutes = values.minutes as number | undefined;
  if (minutes !== undefined) ticket.minutes = (ticket.minutes ?? 0) + minutes;
  return minutes ?? null;
}

function setAssignee(change: Change, assignee: Agent, billable: number | null): void {
  const { ticket, agent, at } = change;
  ticket.assignee = assignee.id;
  ticket.assigned_on = isoSeconds(at);
  if (ticket.status === STATUS.new) ticket.status = STATUS.working;
  addLog(change, { action: 'Assigned', description: assignee.name, applied_by: agent.name, billable });
}

function setStatus(change: Change, status: number): void {
  const { ticket, agent, at } = change;
  const wasClosed = ticket.status === STATUS.closed;
  ticket.status = status;
  ticket.closed_on = status === STATUS.closed ? isoSeconds(at) : null;
  const word = STATUS_NAMES[status] ?? String(status);
  const isClosing = status === STATUS.closed;
  const action = isClosing ? 'Closed' : wasClosed ? 'Reopened' : 'Set Status';
  addLog(change, { action, description: word, applied_by: agent.name });
}

type Apply = (change: Change, values: WriteValues) => void;

const APPLY: Record<WriteName, Apply> = {
  reply(change, values) {
    const { ticket, agent, at } = change;
    const reply = String(values.reply);
    const billable = addMinutes(ticket, values);
    if (values.auto_assign === 1 && ticket.assignee === null) setAssignee(change, agent, null);
    addLog(change, { action: 'Replied', description: reply, applied_by: agent.name, billable });
    ticket.responded = isoSeconds(at);
    if (values.mark_solution === 1) {
      ticket.solution = reply;
      addLog(change, { action: 'Solution', description: reply, applied_by: agent.name });
    }
    if (values.and_close === 1) setStatus(change, STATUS.closed);
    else if (ticket.status !== STATUS.closed) ticket.status = STATUS.pending;
    addNotice(change, ticket.customer, 'RE');
  },
  assign(change, values) {
    const { ticket, agent, settings } = change;
    const assignee = AGENTS.find(({ id }) => id === values.assignee) ?? agent;
    setAssignee(change, assignee, addMinutes(ticket, values));
    const deadline = deadlineOf(values, settings);
    if (deadline !== null) {
      ticket.deadline = isoSeconds(deadline);
      const description = formatWireDate(deadline, settings.dateTimeFormat, settings.zone);
      addLog(change, { action: 'Set Deadline', description, applied_by: agent.name });
    }
    addNotice(change, assignee, 'ASSIGNMENT');
  },
  note(change, values) {
    const { ticket, agent } = change;
    const billable = addMinutes(ticket, values);
    addLog(change, { action: 'Note', description: String(values.note), applied_by: agent.name, billable });
    ticket.has_notes = true;
    const status = values.status as number | undefined;
    if (status !== undefined && status !== ticket.status) setStatus(change, status);
  },
  close(change) {
    setStatus(change, STATUS.closed);
  },
  move(change, values) {
    const { ticket, agent } = change;
    ticket.queue = Number(values.queue);
    const billable = addMinutes(ticket, values);
    addLog(change, { action: 'Moved', description: nameOf(QUEUES, ticket.queue), applied_by: agent.name, billable });
    if (values.unassign === 1 && ticket.assignee !== null) {
      ticket.assignee = null;
      ticket.assigned_on = null;
      addLog(change, { action: 'Unassigned', description: null, applied_by: agent.name });
    }
  },
  tag(change, values) {
    const { ticket, agent, settings } = change;
    const tags = splitTags(String(values.tags));
    ticket.tags = settings.tags === 'replace' ? tags : [...new Set([...ticket.tags, ...tags])];
    addLog(change, { action: 'Tagged', description: ticket.tags.join(', '), applied_by: agent.name });
  },
};

function deadlineOf(values: WriteValues, settings: DeskSettings): number | null {
  if (values.deadline === undefined) return null;
  return parseWireDate(String(values.deadline), settings.dateTimeFormat, settings.zone);
}

/** Checks what only the desk can know: numbers that exist, a date in its form. Throws a `Refusal`. */
function checkMeaning(action: WriteName, values: WriteValues, settings: DeskSettings): void {
  if (action === 'assign' && !AGENTS.some(({ id }) => id === values.assignee)) {
    throw new Refusal(400, `there is no agent ${values.assignee}`);
  }
  if (action === 'move' && !QUEUES.some(({ id }) => id === values.queue)) {
    throw new Refusal(400, `there is no queue ${values.queue}`);
  }
  if (values.deadline !== undefined && deadlineOf(values, settings) === null) {
    throw new Refusal(400, `"deadline" must be like ${settings.dateTimeFormat}, got "${values.deadline}"`);
  }
  if (action === 'tag') splitTags(String(values.tags));
  if (values.status === undefined) return;
  if (Number(values.status) < 1 || Number(values.status) > 4) throw new Refusal(400, '"status" must be 1 to 4');
  if (!settings.statusByHand) throw new Refusal(403, 'changing the status by hand is switched off');
}

/** Checks an action's body whole and gives back what applies it. Throws a `Refusal`; changes nothing yet. */
export function prepareWrite(
  action: WriteName,
  body: Record<string, unknown>,
  change: Omit<Change, 'at'>,
): (at: number) => void {
  const values = checkValues(action, body);
  checkMeaning(action, values, change.settings);
  return (at) => APPLY[action]({ ...change, at }, values);
}
