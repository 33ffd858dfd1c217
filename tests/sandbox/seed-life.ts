/** What happens to a seeded ticket between its first mail and now: assigning, answers, notes, closing. */
import { AGENTS, type Agent, findAgent } from './desk-people.ts';
import type { DeskTicket } from './desk-types.ts';
import type { Random } from './random.ts';
import { assignSeed, type Happening, noticeOf, type SeedSettings, writeDuration, writeLog } from './seed-log.ts';
import { phrases, phrasesFor } from './seed-phrases.ts';
import { isoSeconds } from './wire-dates.ts';

const HOUR_MS = 3_600_000;
const FILES = [
  'screenshot.png',
  'IMG_2041.jpg',
  'invoice.pdf',
  'customers.csv',
  'error-log.txt',
  'Прайс-лист.xlsx',
  'contract draft (2).docx',
];

function begin(ticket: DeskTicket, random: Random, created: number): Happening[] {
  const { description, reported_by: by } = ticket;
  const first: Happening = {
    at: created,
    action: 'Created',
    description,
    by,
    billable: random.chance(0.5) ? 10 : null,
  };
  if (!ticket.has_attachments) return [first];
  const files = [random.pick(FILES), ...(random.chance(0.3) ? [random.pick(FILES)] : [])];
  const attached = files.map((name, order) => ({ at: created + 3000 * (order + 1), name }));
  return [
    first,
    ...attached.map(({ at, name }) => ({ at, action: 'Attachment', description: name, by: null, attachment: name })),
  ];
}

function makeDeadline(random: Random, created: number, isOpen: boolean, now: number): number | null {
  if (!random.chance(0.7)) return null;
  const hours = isOpen ? random.whole(-72, 240) : random.whole(12, 120);
  return Math.round(((isOpen ? now : created) + hours * HOUR_MS) / 900_000) * 900_000;
}

/** Answers to and fro, evenly spread between two moments. */
function talk(ticket: DeskTicket, random: Random, agent: Agent, from: number, to: number): Happening[] {
  const rounds = ticket.status === 1 ? 0 : random.whole(ticket.status === 3 ? 1 : 0, 4);
  const happenings: Happening[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = Math.floor(from + ((round + 0.3 + random.next() * 0.5) / rounds) * (to - from));
    if (round % 2 === 1) {
      const text = random.pick(phrases('customer answers'));
      happenings.push({ at, action: 'Customer reply', description: text, by: ticket.customer.name });
      continue;
    }
    const billable = random.chance(0.6) ? random.whole(2, 25) : null;
    happenings.push({
      at,
      action: 'Replied',
      description: random.pick(phrasesFor('replies', ticket.topic)),
      by: agent.name,
      billable,
    });
    happenings.push(noticeOf(at + 1200, ticket, ticket.customer, 'RE'));
    ticket.responded = isoSeconds(at);
  }
  if (ticket.status !== 1 && random.chance(0.35)) {
    const at = Math.floor(from + random.next() * (to - from));
    happenings.push({ at, action: 'Note', description: random.pick(phrases('notes')), by: random.pick(AGENTS).name });
    ticket.has_notes = true;
  }
  return happenings;
}

function end(ticket: DeskTicket, random: Random, agent: Agent, at: number): Happening[] {
  ticket.closed_on = isoSeconds(at);
  ticket.rating = random.chance(0.4) ? random.whole(1, 5) : null;
  ticket.solution = random.chance(0.5) ? random.pick(phrasesFor('solutions', ticket.topic)) : null;
  return [{ at, action: 'Closed', description: 'Closed', by: agent.name }];
}

function sumUp(ticket: DeskTicket, happenings: Happening[], created: number, now: number): void {
  const billed = happenings.reduce((sum, { billable }) => sum + (billable ?? 0), 0);
  const last = Math.max(...happenings.map(({ at }) => at));
  const until = ticket.status === 4 ? last : now;
  ticket.minutes = billed || null;
  ticket.updated = isoSeconds(last);
  if (ticket.estimated !== null) ticket.elapsed = writeDuration((until - created) / 60_000);
}

/** Fills the ticket's log and all fields that follow from it. */
export function liveThrough(ticket: DeskTicket, random: Random, settings: SeedSettings): void {
  const { now, zone } = settings;
  const created = Date.parse(ticket.created);
  const isOpen = ticket.status !== 4;
  const happenings = begin(ticket, random, created);
  const isAssigned = ticket.status === 1 ? random.chance(0.12) : random.chance(0.93);
  const agent = random.pick(AGENTS);
  const span = now - created;
  const taken = created + Math.floor(span * random.next() * 0.1) + 60_000;
  const over = isOpen ? now - 60_000 : Math.min(now - 60_000, taken + random.whole(2, 160) * HOUR_MS);
  if (isAssigned) {
    const deadline = makeDeadline(random, created, isOpen, now);
    const by = random.chance(0.5) ? agent : findAgent(1);
    happenings.push(...assignSeed(ticket, agent, by, taken, deadline, settings));
  }
  happenings.push(...talk(ticket, random, agent, taken + 60_000, over));
  if (!isOpen) happenings.push(...end(ticket, random, agent, over));
  sumUp(ticket, happenings, created, now);
  ticket.event_log = writeLog(happenings, zone);
}
