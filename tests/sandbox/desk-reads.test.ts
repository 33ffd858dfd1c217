/** The sandbox desk's reads: viewing a ticket, the list with its eight filters, the Settings API, the key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from './desk.ts';
import { askDesk } from './desk-client.ts';
import type { DeskTicket, WireTicket } from './desk-types.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({ zone: 'Europe/Berlin', now: new Date('2026-11-23T12:00:00Z') });
});
afterAll(() => desk.close());

const SAMPLE = '09-13-O-TW4';
const all = () => [...desk.tickets.values()];

async function list(path: string): Promise<WireTicket[]> {
  const { status, json, text } = await askDesk(desk, `tickets/${path}`);
  expect(status, text).toBe(200);
  return json as WireTicket[];
}

describe('viewing a ticket', () => {
  test('answers the documented fields without a log, and nothing of our own', async () => {
    const { json } = await askDesk(desk, `ticket/${SAMPLE}`);
    const fields = Object.keys(json as object);
    expect(fields).toContain('custom_fields');
    expect(fields).not.toContain('event_log');
    expect(fields).not.toContain('subject');
    expect(json).toMatchObject({
      id: SAMPLE,
      queue: 1,
      assignee: 10,
      customer: { name: 'Houston Brooks', group: 'VIP' },
    });
  });

  test('adds the log, newest first, when the header event_log is 1', async () => {
    const { json } = await askDesk(desk, `ticket/${SAMPLE}`, { headers: { event_log: '1' } });
    const log = (json as DeskTicket).event_log;
    expect(log.at(-1)?.action).toBe('Created');
    expect(log.find(({ action }) => action === 'Attachment')?.attachment_url).toMatch(
      /^https:\/\/assets\.sympoq\.com\//,
    );
    for (const { date } of log) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}\+0[12]:00$/);
    const times = log.map(({ date }) => Date.parse(date));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('leaves the log out for event_log 0 and refuses anything else', async () => {
    const without = await askDesk(desk, `ticket/${SAMPLE}`, { headers: { event_log: '0' } });
    expect(without.json).not.toHaveProperty('event_log');
    expect((await askDesk(desk, `ticket/${SAMPLE}`, { headers: { event_log: 'true' } })).status).toBe(400);
  });

  test.each([
    ['an unknown ID', 'ticket/01-01-X-XXX', 404],
    ['another spelling', 'ticket/09-13-o-tw4', 404],
    ['no ID', 'ticket/', 404],
    ['a query', `ticket/${SAMPLE}?event_log=1`, 400],
    ['a broken escape', 'ticket/%E0%A4%A', 400],
    ['an unknown call', 'tickets2/any', 404],
  ])('refuses %s', async (_, path, status) => {
    expect((await askDesk(desk, path)).status).toBe(status);
  });

  test('refuses other methods and a body', async () => {
    expect((await askDesk(desk, `ticket/${SAMPLE}`, { method: 'POST' })).status).toBe(405);
    expect((await askDesk(desk, `ticket/${SAMPLE}`, { body: '{}' })).status).toBe(400);
  });
});

describe('the key', () => {
  test.each([
    ['none', null, 401],
    ['an unknown one', 'nonsense', 401],
    ['an empty one', '', 401],
  ])('%s is refused', async (_, key, status) => {
    expect((await askDesk(desk, `ticket/${SAMPLE}`, { key })).status).toBe(status);
  });

  test('a restricted one gets 403 on a hidden queue and does not see it in lists', async () => {
    const hidden = all().find(({ queue }) => queue === 2)?.id ?? '';
    const key = desk.keys.restricted;
    expect((await askDesk(desk, `ticket/${hidden}`, { key })).status).toBe(403);
    expect((await askDesk(desk, `ticket/close/${hidden}`, { key, method: 'PUT' })).status).toBe(403);
    const { json } = await askDesk(desk, 'tickets/any/any/any/any/any/any/any/*', { key });
    expect((json as WireTicket[]).some(({ queue }) => queue === 2)).toBe(false);
  });

  test('the Settings API is for the administrator', async () => {
    for (const path of ['queues/0', 'topics']) {
      expect((await askDesk(desk, path)).status).toBe(403);
      const { json } = await askDesk(desk, path, { key: desk.keys.admin });
      expect(json).toContainEqual({ id: 1, name: path === 'topics' ? 'Email conversion' : 'Technical support' });
    }
    expect((await askDesk(desk, 'queues?permissions=0', { key: desk.keys.admin })).status).toBe(400);
  });
});

describe('the list', () => {
  test('holds every ticket, newest first, without logs', async () => {
    const found = await list('any/any/any/any/any/any/any/*');
    expect(found).toHaveLength(300);
    expect(found.some((ticket) => 'event_log' in ticket)).toBe(false);
    const created = found.map((ticket) => ticket.created);
    expect(created).toEqual([...created].sort().reverse());
  });

  test.each<[string, string, (ticket: DeskTicket) => boolean]>([
    ['queue', '2/any/any/any/any/any/any/*', ({ queue }) => queue === 2],
    ['status', 'any/3/any/any/any/any/any/*', ({ status }) => status === 3],
    ['status 0, not closed', 'any/0/any/any/any/any/any/*', ({ status }) => status !== 4],
    ['topic', 'any/any/7/any/any/any/any/*', ({ topic }) => topic === 7],
    ['group', 'any/any/any/1/any/any/any/*', ({ customer }) => customer.group === 'VIP'],
    ['assignee', 'any/any/any/any/10/any/any/*', ({ assignee }) => assignee === 10],
    ['two at once', '1/0/any/any/any/any/any/*', ({ queue, status }) => queue === 1 && status !== 4],
    [
      'search in tags',
      'any/any/any/any/any/any/any/invoice',
      (t) => /invoice/i.test(`${t.subject} ${t.tags} ${t.description}`),
    ],
    ['search by ID', 'any/any/any/any/any/any/any/tw4', ({ id, description }) => /tw4/i.test(`${id} ${description}`)],
    [
      'search with a slash',
      'any/any/any/any/any/any/any/Help%2FAssistance',
      ({ tags }) => tags.includes('Help/Assistance'),
    ],
    [
      'search in Japanese',
      `any/any/any/any/any/any/any/${encodeURIComponent('文字化け')}`,
      (t) => t.subject.includes('文字化け'),
    ],
    ['nothing', 'any/any/any/any/any/any/any/no%20such%20words', () => false],
  ])('filters by %s', async (_, path, wanted) => {
    const found = await list(path);
    expect(found.map(({ id }) => id).sort()).toEqual(
      all()
        .filter(wanted)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('counts both days of a span, in the zone of the desk', async () => {
    const ticket = desk.tickets.get(SAMPLE);
    if (!ticket) throw new Error('the sample ticket is gone');
    const created = ticket.created;
    ticket.created = '2026-09-02T22:30:00Z'; // 00:30 on the third in Berlin
    const ids = async (span: string) => (await list(`any/any/any/any/any/${span}/*`)).map(({ id }) => id);
    expect(await ids('03-SEP-2026/03-SEP-2026')).toContain(SAMPLE);
    expect(await ids('02-SEP-2026/02-SEP-2026')).not.toContain(SAMPLE);
    expect(await ids('04-SEP-2026/any')).not.toContain(SAMPLE);
    expect(await ids('any/03-SEP-2026')).toContain(SAMPLE);
    ticket.created = created;
  });

  test.each([
    ['a name for a number', 'support/any/any/any/any/any/any/*', 400],
    ['* for any', '*/any/any/any/any/any/any/*', 400],
    ['a status out of range', 'any/5/any/any/any/any/any/*', 400],
    ['an ISO date', 'any/any/any/any/any/2026-09-02/any/*', 400],
    ['a month in small letters', 'any/any/any/any/any/02-Sep-2026/any/*', 400],
    ['a day that is none', 'any/any/any/any/any/31-FEB-2026/any/*', 400],
    ['seven segments', 'any/any/any/any/any/any/any', 404],
    ['nine segments', 'any/any/any/any/any/any/any/a/b', 404],
    ['an empty segment', 'any/any/any/any/any/any/any/', 404],
  ])('refuses %s', async (_, path, status) => {
    const answer = await askDesk(desk, `tickets/${path}`);
    expect(answer.status).toBe(status);
    expect(answer.json).toHaveProperty('error');
  });
});
