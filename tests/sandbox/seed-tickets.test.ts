/** The seeded tickets: the same for a seed, plausible, varied, and with every ID the sample pages name. */
import { describe, expect, test } from 'vitest';
import { AGENTS, GROUPS, QUEUES, TOPICS } from './desk-people.ts';
import {
  ARRIVING_IDS,
  CHAT_IDS,
  CHAT_NEXT_IDS,
  COMPOSE_IDS,
  CRM_IDS,
  INBOX_IDS,
  MAIL_IDS,
  ONE_ID,
} from './sample-ids.ts';
import { seedTickets } from './seed-tickets.ts';

const options = { now: new Date('2026-11-23T12:00:00Z'), zone: 'Europe/Berlin', dateTimeFormat: 'DD-MON-YY HH24:MI' };
const tickets = [...seedTickets(options).values()];
const now = options.now.getTime();

test('a seed makes the same tickets, another one others', () => {
  expect([...seedTickets(options).values()]).toEqual(tickets);
  expect([...seedTickets({ ...options, seed: 2 }).keys()]).not.toEqual([...seedTickets(options).keys()]);
});

test('5,000 are made in good time, all with IDs of their own', () => {
  const started = performance.now();
  expect(seedTickets({ ...options, tickets: 5000 }).size).toBe(5000);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('every ID on the sample pages exists', () => {
  const ids = new Set(tickets.map(({ id }) => id));
  const crm = Object.values(CRM_IDS).flat();
  const named = [
    ...INBOX_IDS,
    ...ARRIVING_IDS,
    ...COMPOSE_IDS,
    ...MAIL_IDS,
    ...crm,
    ...CHAT_IDS,
    ...CHAT_NEXT_IDS,
    ONE_ID,
  ];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  expect(INBOX_IDS).toHaveLength(40);
});

test('IDs have the form of the vendor and name the day of creation', () => {
  for (const { id, created } of tickets) {
    expect(id).toMatch(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-[0-9A-Z]-[0-9A-Z]{3}$/);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: options.zone }).format(Date.parse(created));
    expect(id.slice(0, 5)).toBe(day.slice(5));
  }
});

test('numbers name things that exist; open and closed fit together', () => {
  const known = (things: readonly { id: number }[], id: number | null) =>
    id === null || things.some((t) => t.id === id);
  for (const ticket of tickets) {
    expect(known(QUEUES, ticket.queue) && known(TOPICS, ticket.topic) && known(AGENTS, ticket.assignee)).toBe(true);
    const { group } = ticket.customer;
    expect(group === null || GROUPS.some(({ name }) => name === group)).toBe(true);
    expect(ticket.closed_on !== null).toBe(ticket.status === 4);
    expect(ticket.assigned_on !== null).toBe(ticket.assignee !== null);
    expect(ticket.description).not.toMatch(/\{\w+\}/);
    expect(ticket.event_log.at(-1)?.action).toBe('Created');
    for (const { date } of ticket.event_log) expect(Date.parse(date)).toBeLessThanOrEqual(now + 5000);
  }
});

describe('there is something of everything', () => {
  const count = (holds: (ticket: (typeof tickets)[number]) => boolean) => tickets.filter(holds).length;
  test.each<[string, (ticket: (typeof tickets)[number]) => boolean, number]>([
    ...[1, 2, 3, 4].flatMap((code): [string, (ticket: (typeof tickets)[number]) => boolean, number][] => [
      [`status ${code}`, ({ status }) => status === code, 12],
      [`priority ${code}`, ({ priority }) => priority === code, 12],
      [`channel ${code}`, ({ channel }) => channel === code, 12],
    ]),
    ['overdue and open', ({ deadline, status }) => status !== 4 && deadline !== null && Date.parse(deadline) < now, 5],
    ['due later', ({ deadline, status }) => status !== 4 && deadline !== null && Date.parse(deadline) > now, 20],
    ['guests', ({ customer }) => !customer.registered, 20],
    ['no tags', ({ tags }) => tags.length === 0, 10],
    ['no assignee', ({ assignee }) => assignee === null, 15],
    ['attachments', ({ has_attachments }) => has_attachments, 50],
    ['notes', ({ has_notes }) => has_notes, 40],
    ['long texts', ({ description }) => description.length > 700, 15],
    ['a pasted log', ({ description }) => description.length > 5000, 1],
    ['short texts', ({ description }) => description.length < 150, 5],
    ['HTML in the text', ({ description }) => description.startsWith('<div>'), 2],
    ['Cyrillic', ({ description }) => /\p{Script=Cyrillic}{3}/u.test(description), 4],
    ['Arabic', ({ description }) => /\p{Script=Arabic}{3}/u.test(description), 2],
    ['Japanese', ({ description }) => /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(description), 2],
    ['Korean', ({ description }) => /\p{Script=Hangul}{2}/u.test(description), 2],
    ['emoji', ({ description }) => /\p{Extended_Pictographic}/u.test(description), 3],
    ['custom fields that are null', ({ custom_fields }) => Object.values(custom_fields).includes(null), 20],
    ['no mail address', ({ customer }) => customer.email === null, 3],
    ['ratings', ({ rating }) => rating !== null, 20],
    ['solutions', ({ solution }) => solution !== null, 20],
    ['estimated and elapsed', ({ estimated, elapsed }) => estimated !== null && elapsed !== null, 100],
  ])('%s', (_, holds, least) => {
    expect(count(holds)).toBeGreaterThanOrEqual(least);
  });

  test('and hardly any text stands twice', () => {
    expect(new Set(tickets.map(({ description }) => description)).size).toBeGreaterThan(tickets.length * 0.9);
  });
});
