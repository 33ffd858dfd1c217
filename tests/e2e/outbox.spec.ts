/** The outbox of the built extension in Chromium: six flows over worker deaths, double submits, repeats by the browser. */

import type { Desk } from '../sandbox/desk.ts';
import type { Deskside } from '../support/fixtures.ts';
import { expect, test } from '../support/fixtures.ts';
import { DESK, driveBy, type OutboxDrive } from '../support/outbox-drive.ts';
import { FLOWS } from '../support/outbox-flows.ts';

/** Open tickets that have a log and nobody is about to change. */
function someTickets(desk: Desk, count: number): string[] {
  const open = [...desk.tickets.values()].filter(({ status }) => status !== 4);
  return open.slice(0, count).map(({ id }) => id);
}

async function driveIn(deskside: Deskside, before?: () => Promise<void>, undoSeconds = 1): Promise<OutboxDrive> {
  await deskside.connect();
  const drive = driveBy(await deskside.openExtensionPage('popup.html'), before);
  await drive.mustAsk('settings.change', { changes: { undoSeconds } });
  return drive;
}

test.setTimeout(240_000);

for (const [index, flow] of FLOWS.entries()) {
  test(`with the worker killed before every message: ${flow.name}`, async ({ deskside, desk }) => {
    let kills = 0;
    const kill = async () => {
      kills++;
      await deskside.killWorker();
    };
    // Nothing shall leave while a flow still asks: a kill would meet the write on its way.
    const drive = await driveIn(deskside, kill, 5);
    await flow.play(drive, desk, someTickets(desk, FLOWS.length)[index] ?? '');
    console.log(`flow “${flow.name}” passed over ${kills} worker deaths`);
  });
}

test('50 double submits from two windows are 50 writes', async ({ deskside, desk }) => {
  const one = await driveIn(deskside);
  const other = driveBy(await deskside.openExtensionPage('sidepanel.html'));
  const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
  const submissions = someTickets(desk, 50).map((ticketId, index) => ({
    id: crypto.randomUUID(),
    ticketId,
    origin: DESK,
    action: { kind: 'note', note: `Note ${index} of fifty.` },
    seen,
  }));
  const answers = await Promise.all(
    submissions.flatMap((input) => [one.ask('action.submit', input), other.ask('action.submit', input)]),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  for (const { id } of submissions) expect(await one.ended(id, 60_000)).toBe('sent');
  const writes = desk.calls.filter(({ method }) => method === 'PUT');
  console.log(`double submit: ${answers.length} submits from two windows, ${writes.length} writes`);
  expect(writes).toHaveLength(50);
});

test('what the browser itself repeats is called sent twice within 10 s, every time', async ({ deskside, desk }) => {
  const drive = await driveIn(deskside);
  const tickets = someTickets(desk, 8);
  const actions = [
    { kind: 'reply', reply: 'This one arrives twice.' },
    { kind: 'note', note: 'This note arrives twice.', status: 2 },
    { kind: 'assign', assignee: 12 },
    { kind: 'move', queue: 5 },
  ] as const;
  const took: number[] = [];
  for (const [index, ticketId] of tickets.entries()) {
    await drive.open(ticketId);
    desk.fail({ fault: { kind: 'break-warm' }, method: 'PUT', ticket: ticketId, times: 1 });
    const action = actions[index % actions.length] ?? actions[0];
    const id = await drive.submit(ticketId, action);
    await drive.inState(id, 'twice', 20_000);
    const writes = desk.calls.filter(({ method, ticket }) => method === 'PUT' && ticket === ticketId);
    expect(writes.map(({ applied }) => applied)).toEqual([true, true]);
    took.push(Date.now() - (writes.at(-1)?.at ?? 0));
  }
  const panel = await deskside.openExtensionPage('sidepanel.html');
  await panel
    .getByRole('navigation')
    .getByRole('button', { name: /^Outbox/ })
    .click();
  await expect(panel.getByText('Sent twice').first()).toBeVisible();
  const card = panel.getByRole('article').first();
  await card.getByRole('button', { name: 'Look again' }).press('Enter');
  await expect(card.getByRole('status')).toHaveText(/^Looked again \(\d+:\d\d\s[AP]M\): still there twice\.$/);
  await expect(card.getByRole('button', { name: 'Look again' })).toBeFocused();
  console.log(
    `repeated by the browser: ${took.length} of ${tickets.length} called sent twice, after ${took.join(', ')} ms`,
  );
  expect(Math.max(...took)).toBeLessThan(10_000);
});

test('a worker that dies while something is held is woken by the alarm, and sends it once', async ({
  deskside,
  desk,
}) => {
  const drive = await driveIn(deskside, undefined, 5);
  const [ticketId = ''] = someTickets(desk, 1);
  await drive.open(ticketId);
  const id = await drive.submit(ticketId, { kind: 'note', note: 'Sent by the alarm.' });
  await deskside.killWorker();
  expect(await drive.ended(id, 60_000)).toBe('sent');
  const writes = desk.calls.filter(({ method }) => method === 'PUT');
  expect(writes).toHaveLength(1);
});

test('with the desk away a write waits, and leaves when it is back', async ({ deskside, desk }) => {
  const drive = await driveIn(deskside);
  const [ticketId = ''] = someTickets(desk, 1);
  await drive.open(ticketId);
  await desk.down();
  const id = await drive.submit(ticketId, { kind: 'close' });
  const entry = await drive.inState(id, 'queued');
  expect(entry.failure?.code).toBe('unreachable');
  await desk.up();
  expect(await drive.ended(id, 30_000)).toBe('sent');
  expect(desk.tickets.get(ticketId)?.status).toBe(4);
});
