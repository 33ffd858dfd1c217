/** The sandbox desk's six writes: what each changes, what its log then says, and how strictly it is read. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from './desk.ts';
import { askDesk, putDesk } from './desk-client.ts';
import type { DeskTicket } from './desk-types.ts';

let desk: Desk;
let ticket: DeskTicket;
const ID = '11-14-3-AS7';

beforeAll(async () => {
  desk = await startDesk({ zone: 'Europe/Berlin' });
});
afterAll(() => desk.close());
beforeEach(() => {
  const found = desk.tickets.get(ID);
  if (!found) throw new Error('the sample ticket is gone');
  ticket = found;
  Object.assign(ticket, {
    status: 1,
    assignee: null,
    minutes: 10,
    closed_on: null,
    deadline: null,
    queue: 1,
    event_log: [],
  });
  desk.calls.length = 0;
});

const log = () => ticket.event_log.map(({ action, description, applied_by }) => [action, description, applied_by]);

async function put(action: string, body: unknown): Promise<void> {
  const answer = await putDesk(desk, `ticket/${action}/${ID}`, body);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.text).toBe('');
}

describe('reply', () => {
  test('answers, waits for the customer and counts minutes', async () => {
    await put('reply', { reply: 'Please try now.', minutes: 7 });
    expect(ticket).toMatchObject({ status: 3, assignee: null, minutes: 17 });
    expect(ticket.responded).toBe(ticket.updated);
    expect(ticket.event_log[1]).toMatchObject({ action: 'Replied', applied_by: 'Joel Mercury', billable: 7 });
    expect(ticket.event_log[0]).toMatchObject({ action: 'Notified', applied_by: null });
  });

  test('with all its flags assigns, marks the solution and closes', async () => {
    await put('reply', { reply: 'Fixed.', and_close: 1, mark_solution: 1, auto_assign: 1 });
    expect(ticket).toMatchObject({ status: 4, assignee: 10, solution: 'Fixed.' });
    expect(ticket.closed_on).not.toBeNull();
    expect(log().map(([action]) => action)).toEqual(['Notified', 'Closed', 'Solution', 'Replied', 'Assigned']);
  });

  test('with its flags at 0 does none of it, and leaves another assignee alone', async () => {
    ticket.assignee = 2;
    await put('reply', { reply: 'Fixed.', and_close: 0, mark_solution: 0, auto_assign: 1 });
    expect(ticket).toMatchObject({ status: 3, assignee: 2 });
  });
});

test('assign sets assignee and deadline in the zone of the desk', async () => {
  await put('assign', { assignee: 2, deadline: '14-JAN-27 14:06', minutes: 7 });
  expect(ticket).toMatchObject({ status: 2, assignee: 2, deadline: '2027-01-14T13:06:00Z', minutes: 17 });
  expect(log().slice(1)).toEqual([
    ['Set Deadline', '14-JAN-27 14:06', 'Joel Mercury'],
    ['Assigned', 'Hank Marlow', 'Joel Mercury'],
  ]);
});

test('note is kept, and a status with it closes or reopens', async () => {
  await put('note', { note: 'Mind the contract', status: 4 });
  expect(ticket).toMatchObject({ status: 4, has_notes: true });
  await put('note', { note: 'Once more', status: 2 });
  expect(ticket).toMatchObject({ status: 2, closed_on: null });
  expect(log().map(([action]) => action)).toEqual(['Reopened', 'Note', 'Closed', 'Note']);
});

test('close takes no body and says who closed it', async () => {
  expect((await askDesk(desk, `ticket/close/${ID}`, { method: 'PUT' })).status).toBe(200);
  expect(ticket.status).toBe(4);
  expect(log()).toEqual([['Closed', 'Closed', 'Joel Mercury']]);
});

test('move changes the queue and unassigns when told', async () => {
  ticket.assignee = 2;
  await put('move', { queue: 3, unassign: 0 });
  expect(ticket).toMatchObject({ queue: 3, assignee: 2 });
  await put('move', { queue: 4, unassign: 1, minutes: 3 });
  expect(ticket).toMatchObject({ queue: 4, assignee: null, minutes: 13 });
});

test('tag replaces the tags, or adds to them where the desk is set so', async () => {
  ticket.tags = ['Old'];
  await put('tag', { tags: 'Service request,Help/Assistance' });
  expect(ticket.tags).toEqual(['Service request', 'Help/Assistance']);
  desk.settings.tags = 'add';
  await put('tag', { tags: 'New' });
  expect(ticket.tags).toEqual(['Service request', 'Help/Assistance', 'New']);
  desk.settings.tags = 'replace';
  await put('tag', { tags: '' });
  expect(ticket.tags).toEqual([]);
});

describe('strictness', () => {
  test.each<[string, unknown, RegExp]>([
    ['reply', {}, /needs the field "reply"/],
    ['reply', { reply: ' ' }, /"reply" must be a string/],
    ['reply', { reply: 7 }, /"reply" must be a string.*number 7/],
    ['reply', { reply: 'x', and_close: true }, /"and_close" must be 1 or 0, got boolean true/],
    ['reply', { reply: 'x', mark_solution: '1' }, /"mark_solution" must be 1 or 0, got string/],
    ['reply', { reply: 'x', auto_assign: 2 }, /"auto_assign" must be 1 or 0/],
    ['reply', { reply: 'x', minutes: '7' }, /"minutes" must be an integer.*string/],
    ['reply', { reply: 'x', minutes: 1.5 }, /"minutes" must be an integer/],
    ['reply', { reply: 'x', minutes: -1 }, /"minutes" must be an integer/],
    ['reply', { reply: 'x', minutes: null }, /"minutes" must be an integer.*null/],
    ['reply', { reply: 'x', status: 3 }, /reply takes no field "status"/],
    ['assign', { deadline: '14-JAN-22 14:06' }, /needs the field "assignee"/],
    ['assign', { assignee: '10' }, /"assignee" must be an integer/],
    ['assign', { assignee: 999 }, /there is no agent 999/],
    ['assign', { assignee: 10, deadline: '2022-01-14T14:06:00Z' }, /"deadline" must be like DD-MON-YY HH24:MI/],
    ['assign', { assignee: 10, deadline: '14-Jan-22 14:06' }, /"deadline" must be like/],
    ['assign', { assignee: 10, deadline: '14-JAN-22 25:06' }, /"deadline" must be like/],
    ['assign', { assignee: 10, deadline: 5 }, /"deadline" must be a string/],
    ['note', { minutes: 7 }, /needs the field "note"/],
    ['note', { note: 'x', status: '3' }, /"status" must be an integer/],
    ['note', { note: 'x', status: 5 }, /"status" must be 1 to 4/],
    ['move', { unassign: 1 }, /needs the field "queue"/],
    ['move', { queue: 99 }, /there is no queue 99/],
    ['move', { queue: 1, unassign: false }, /"unassign" must be 1 or 0/],
    ['tag', {}, /needs the field "tags"/],
    ['tag', { tags: ['a'] }, /"tags" must be one string.*array/],
    ['tag', { tags: 'a, b' }, /empty tag or spaces/],
    ['tag', { tags: 'a', minutes: 3 }, /tag takes no field "minutes"/],
    ['close', {}, /close takes no body/],
    ['reply', [1], /must be a JSON object, got array/],
  ])('%s %j is a 400 that says why', async (action, body, why) => {
    const before = JSON.stringify(ticket);
    const { status, json } = await putDesk(desk, `ticket/${action}/${ID}`, body);
    expect(status).toBe(400);
    expect((json as { error: string }).error).toMatch(why);
    expect(JSON.stringify(ticket)).toBe(before);
    expect(desk.calls[0]?.applied).toBe(false);
  });

  test.each([
    ['another content type', { 'content-type': 'text/plain' }, '{"note":"x"}', 415],
    ['none', {}, '{"note":"x"}', 415],
    ['bad JSON', { 'content-type': 'application/json' }, '{"note":', 400],
    ['a charset, which is fine', { 'content-type': 'application/json; charset=utf-8' }, '{"note":"x"}', 200],
  ])('content type: %s', async (_, headers, body, status) => {
    expect((await putDesk(desk, `ticket/note/${ID}`, body, { headers })).status).toBe(status);
  });

  test('an unknown action, ticket or key', async () => {
    expect((await putDesk(desk, `ticket/delete/${ID}`, {})).status).toBe(404);
    expect((await putDesk(desk, 'ticket/note/01-01-X-XXX', { note: 'x' })).status).toBe(404);
    expect((await putDesk(desk, `ticket/note/${ID}`, { note: 'x' }, { key: 'no' })).status).toBe(401);
  });

  test('status by hand can be switched off', async () => {
    desk.settings.statusByHand = false;
    expect((await putDesk(desk, `ticket/note/${ID}`, { note: 'x', status: 2 })).status).toBe(403);
    await put('note', { note: 'x' });
    desk.settings.statusByHand = true;
  });
});

test('each call is recorded as it came', async () => {
  await put('note', { note: 'größer', minutes: 2 });
  expect(desk.calls).toHaveLength(1);
  expect(desk.calls[0]).toMatchObject({
    method: 'PUT',
    url: `/app/desk/api/ticket/note/${ID}`,
    path: `ticket/note/${ID}`,
    ticket: ID,
    rawBody: '{"note":"größer","minutes":2}',
    body: { note: 'größer', minutes: 2 },
    status: 200,
    applied: true,
    outcome: 'answered',
    reused: false,
  });
  expect(desk.calls[0]?.headers.apikey).toBe(desk.keys.agent);
});

test('other people act on tickets too', () => {
  desk.act(ID, 'Hank Marlow', { kind: 'reply', reply: 'Mine!', and_close: 1 });
  expect(ticket.status).toBe(4);
  desk.act(ID, 1, { kind: 'note', note: 'Open again', status: 3 });
  desk.act(ID, 1, { kind: 'customer', text: 'Still broken' });
  desk.act(ID, 1, { kind: 'attach', name: 'new.png' });
  expect(ticket).toMatchObject({ status: 2, has_attachments: true });
  expect(log().map(([action, , by]) => [action, by])).toEqual([
    ['Attachment', null],
    ['Customer reply', 'Sample User'],
    ['Reopened', 'James Conrad'],
    ['Note', 'James Conrad'],
    ['Notified', null],
    ['Closed', 'Hank Marlow'],
    ['Replied', 'Hank Marlow'],
  ]);
  expect(() => desk.act(ID, 'Nobody', { kind: 'close' })).toThrow('no agent Nobody');
});

test('two entries of one log never have the same date', () => {
  for (let time = 0; time < 50; time++) desk.act(ID, 1, { kind: 'note', note: 'again' });
  expect(new Set(ticket.event_log.map(({ date }) => date)).size).toBe(50);
});
