/** Makes one plausible ticket after another out of the scenarios, and lets a plausible life happen to it. */

import { GROUPS } from './desk-people.ts';
import type { DeskTicket, WireCustomer } from './desk-types.ts';
import type { Random } from './random.ts';
import { liveThrough } from './seed-life.ts';
import { type SeedSettings, writeDuration } from './seed-log.ts';
import { phrases } from './seed-phrases.ts';
import { fillSlots, makeCompany, makePerson, makeSlots } from './seed-words.ts';
import { readBlocks, splitHead, type TextBlock } from './text-blocks.ts';
import { formatWireDate, isoSeconds } from './wire-dates.ts';

const DAY_MS = 86_400_000;
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const SCENARIOS = readBlocks('seed-scenarios');

function makeId(random: Random, created: number, zone: string): string {
  const sign = () => SIGNS[random.whole(0, SIGNS.length - 1)];
  return `${formatWireDate(created, 'MM-DD', zone)}-${sign()}-${sign()}${sign()}${sign()}`;
}

/** Topics whose customers describe what they tried: not billing, delivery and wishes. */
const TECHNICAL = new Set([1, 2, 4, 5, 7, 8, 10]);

/** A program's log as people paste it into a mail: some 150 lines. */
function makeLogPaste(random: Random): string {
  const lines = Array.from({ length: 150 }, (_, line) => {
    const clock = `10:${String(Math.floor(line / 6)).padStart(2, '0')}:${String((line * 10) % 60).padStart(2, '0')}`;
    const what = random.pick([
      'GET /orders 200',
      'GET /orders 502',
      'retry in 5 s',
      'PUT /stock/4711 204',
      'timeout after 20 s',
    ]);
    return `${clock} ${random.pick(['INFO ', 'WARN ', 'ERROR'])} worker-${random.whole(1, 4)} ${what} (${random.whole(3, 20000)} ms)`;
  });
  return ['This is what the log says:', ...lines].join('\n');
}

function makeText(random: Random, body: string, topic: number): string {
  const parts = [body];
  if (TECHNICAL.has(topic) && random.chance(0.25)) parts.push(...phrases('longer').filter(() => random.chance(0.7)));
  if (TECHNICAL.has(topic) && random.chance(0.02)) parts.push(makeLogPaste(random));
  if (random.chance(0.45)) parts.unshift(random.pick(phrases('openers')));
  if (random.chance(0.5)) parts.push(random.pick(phrases('closers')));
  if (random.chance(0.03)) return `<div>${parts.map((part) => `<p>${part}</p>`).join('')}</div>`;
  return parts.join('\n\n');
}

function makeCustomer(random: Random, name: string, email: string, channel: number): WireCustomer {
  const isRegistered = random.chance(0.8);
  const hasMail = channel !== 3 || random.chance(0.6);
  return {
    registered: isRegistered,
    name: random.chance(0.97) ? name : null,
    email: hasMail ? email : null,
    role: isRegistered ? random.weighted({ Customer: 8, 'Key user': 2 }) : null,
    group: isRegistered ? random.pick(GROUPS).name : null,
  };
}

function makeFields(
  random: Random,
  created: number,
  { zone, dateTimeFormat }: SeedSettings,
): Record<string, string | null> {
  const kind = random.weighted({ none: 3, browser: 5, contract: 2 });
  if (kind === 'none') return {};
  if (kind === 'contract') {
    return {
      Region: random.pick(['North', 'South', 'West', 'Overseas']),
      Contract: random.chance(0.7) ? `C-${random.whole(100, 999)}` : null,
    };
  }
  const timing = formatWireDate(created - random.whole(1, 90) * 60_000, dateTimeFormat, zone);
  return {
    Browser: random.chance(0.8) ? random.pick(['Chrome', 'Firefox', 'Edge', 'Safari']) : null,
    Timing: random.chance(0.7) ? timing : null,
  };
}

/** Statuses by age: what is old is mostly closed. */
function makeStatus(random: Random, ageDays: number): number {
  if (ageDays < 2) return Number(random.weighted({ 1: 50, 2: 30, 3: 14, 4: 6 }));
  if (ageDays < 14) return Number(random.weighted({ 1: 8, 2: 42, 3: 26, 4: 24 }));
  return Number(random.weighted({ 1: 1, 2: 10, 3: 9, 4: 80 }));
}

function drawTicket(random: Random, scenario: TextBlock, settings: SeedSettings): DeskTicket {
  const [place = '', subject = '', tags = ''] = splitHead(scenario.head);
  const [queue = 1, topic = 1] = place.split(' ').map(Number);
  const person = makePerson(random);
  const company = makeCompany(random);
  const slots = makeSlots(random, person, company.name);
  const ageDays = random.next() ** 2 * 160;
  const created = settings.now - Math.floor(ageDays * DAY_MS) - 20 * 60_000;
  const channel = Number(random.weighted({ 1: 20, 2: 55, 3: 12, 4: 13 }));
  const known = tags.split(',').map((tag) => tag.trim());
  return {
    id: makeId(random, created, settings.zone),
    queue,
    created: isoSeconds(created),
    channel,
    priority: Number(random.weighted({ 1: 22, 2: 50, 3: 20, 4: 8 })),
    status: makeStatus(random, ageDays),
    has_attachments: random.chance(0.3),
    has_notes: false,
    topic: random.chance(0.96) ? topic : null,
    description: fillSlots(makeText(random, scenario.body, topic), slots),
    reported_by: random.chance(0.97) ? person.name : null,
    customer: makeCustomer(random, person.name, `${person.mail}@${company.domain}`, channel),
    assignee: null,
    assigned_on: null,
    deadline: null,
    responded: null,
    updated: isoSeconds(created),
    minutes: null,
    rating: null,
    closed_on: null,
    tags: random.chance(0.88) ? known.slice(0, random.whole(1, 3)) : [],
    solution: null,
    estimated: random.chance(0.7) ? writeDuration(random.whole(1, 24) * 30) : null,
    elapsed: null,
    custom_fields: makeFields(random, created, settings),
    subject: fillSlots(subject, slots),
    event_log: [],
  };
}

/** The next ticket of this generator; its ID may, rarely, be one already made. */
export function makeGenerated(random: Random, settings: SeedSettings): DeskTicket {
  const ticket = drawTicket(random, random.pick(SCENARIOS), settings);
  liveThrough(ticket, random, settings);
  return ticket;
}
