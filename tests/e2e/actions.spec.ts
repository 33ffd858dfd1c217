/** Each of the six actions with each of its parameters, typed in the panel and seen at the desk. */
import { expect, test } from '../support/fixtures.ts';
import { openComposer, openTicket, setUpAgent, untilWritten, writesAt } from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';
test.use({ sandbox: { zone: 'UTC' } });

test.beforeEach(async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside);
});

test('a reply carries its text alone, or all that was chosen', async ({ deskside, desk }) => {
  await setUpAgent(deskside, { undoSeconds: 3 });
  const page = await openTicket(deskside, ID);
  const plain = await openComposer(page, 'Reply');
  await plain.getByRole('textbox', { name: 'Reply' }).fill('Thank you, we look into it.');
  await expect(plain).toContainText('The customer gets this.');
  await plain.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText(`Replying to ${ID} in`)).toBeVisible();
  await untilWritten(desk);
  await expect(page.getByText(`Reply sent: ${ID}`).first()).toBeVisible();

  const full = await openComposer(page, 'Reply');
  await full.getByRole('textbox', { name: 'Reply' }).fill('It is fixed.');
  for (const name of ['Close the ticket', 'Mark as solution', 'Take it if unassigned'])
    await full.getByRole('checkbox', { name }).check();
  await full.getByRole('spinbutton', { name: 'Minutes' }).fill('12');
  await expect(full).toContainText('The ticket closes. Marked as solution.');
  await expect(full).toContainText('12 minutes.');
  await full.getByRole('textbox', { name: 'Reply' }).press('Control+Enter');
  await untilWritten(desk, 2);
  expect(writesAt(desk)).toEqual([
    { path: `ticket/reply/${ID}`, body: { reply: 'Thank you, we look into it.' } },
    {
      path: `ticket/reply/${ID}`,
      body: { reply: 'It is fixed.', and_close: 1, mark_solution: 1, auto_assign: 1, minutes: 12 },
    },
  ]);
  await expect(page.getByText('Closed', { exact: true }).first()).toBeVisible();
});

test('a note says that only agents see it, and can set the status', async ({ deskside, desk }) => {
  const page = await openTicket(deskside, ID);
  const note = await openComposer(page, 'Note');
  await expect(note).toContainText('Only agents see this');
  await note.getByRole('textbox', { name: 'Note' }).fill('Look at the proxy.');
  await note.getByRole('combobox', { name: 'Set status' }).selectOption('Pending');
  await note.getByRole('spinbutton', { name: 'Minutes' }).fill('0');
  await note.getByRole('button', { name: 'Add note' }).click();
  expect((await untilWritten(desk)).body).toEqual({ note: 'Look at the proxy.', status: 3, minutes: 0 });
  await expect(page.getByText('Pending', { exact: true }).first()).toBeVisible();
});

test('assigning takes a name or a number, and a deadline in the zone of the desk', async ({ deskside, desk }) => {
  const page = await openTicket(deskside, ID);
  const assign = await openComposer(page, 'Assign');
  const assignee = assign.getByRole('combobox', { name: 'Assignee' });
  await assignee.fill('nobody');
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(assign).toContainText('No agent “nobody” is known here. Type the number.');
  await expect(assignee).toBeFocused();
  await assignee.fill('pri');
  await assignee.press('ArrowDown');
  await assignee.press('Enter');
  await expect(assignee).toHaveValue('Priya Raman');
  await assign.getByLabel('Deadline').fill('2031-01-14T14:06');
  await assign.getByRole('spinbutton', { name: 'Minutes' }).fill('7');
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  expect((await untilWritten(desk)).body).toEqual({ assignee: 7, deadline: '14-JAN-31 14:06', minutes: 7 });

  const again = await openComposer(page, 'Assign');
  await again.getByRole('button', { name: 'Assign to me' }).click();
  await again.getByRole('button', { name: 'Tomorrow 5:00 PM' }).click();
  await expect(again.getByLabel('Deadline')).toHaveValue(/T17:00$/);
  await again.getByRole('button', { name: 'Assign', exact: true }).click();
  expect((await untilWritten(desk, 2)).body).toMatchObject({
    assignee: 10,
    deadline: expect.stringMatching(/ 17:00$/),
  });
});

test('a half-filled deadline and minutes that are no number are said, and nothing leaves without them', async ({
  deskside,
  desk,
}) => {
  const page = await openTicket(deskside, ID);
  const assign = await openComposer(page, 'Assign');
  const [deadline, minutes] = [assign.getByLabel('Deadline'), assign.getByRole('spinbutton', { name: 'Minutes' })];
  await assign.getByRole('combobox', { name: 'Assignee' }).fill('Priya Raman');
  await deadline.pressSequentially('01142031');
  await minutes.pressSequentially('1e');
  await expect(deadline).toHaveValue('');
  await expect(minutes).toHaveValue('');
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(deadline).toHaveAccessibleDescription(/^A part is missing/);
  await expect(deadline).toBeFocused();
  await expect(minutes).toHaveAccessibleDescription('Whole minutes, 0 to 9999.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Assigning ${ID} in`)).toHaveCount(0);
  await deadline.fill('2031-01-14T14:06');
  await minutes.fill('1');
  await expect(minutes).toHaveAccessibleDescription('');
  await page.keyboard.press('Control+Enter');
  expect((await untilWritten(desk)).body).toEqual({ assignee: 7, deadline: '14-JAN-31 14:06', minutes: 1 });
  expect(writesAt(desk)).toHaveLength(1);
});

test('moving names the queue, and can unassign', async ({ deskside, desk }) => {
  const page = await openTicket(deskside, ID);
  const move = await openComposer(page, 'Move');
  await move.getByRole('combobox', { name: 'Queue' }).fill(String(desk.tickets.get(ID)?.queue));
  await page.keyboard.press('Control+Enter');
  await expect(move).toContainText('The ticket is in this queue already.');
  await move.getByRole('combobox', { name: 'Queue' }).fill('Sales');
  await move.getByRole('checkbox', { name: 'Unassign' }).check();
  await move.getByRole('button', { name: /^\d+ min$/ }).press('Enter');
  await expect(move.getByRole('spinbutton', { name: 'Minutes' })).toBeFocused();
  await move.getByRole('spinbutton', { name: 'Minutes' }).fill('3');
  await expect(move).toContainText('to Sales.');
  await page.keyboard.press('Control+Enter');
  expect((await untilWritten(desk)).body).toEqual({ queue: 3, unassign: 1, minutes: 3 });

  const back = await openComposer(page, 'Move');
  await back.getByRole('combobox', { name: 'Queue' }).fill('1');
  await back.getByRole('button', { name: 'Move', exact: true }).click();
  expect((await untilWritten(desk, 2)).body).toEqual({ queue: 1 });
});

test('tags are added and removed, and the whole wished set is sent', async ({ deskside, desk }) => {
  const ticket = desk.tickets.get(ID);
  if (ticket) ticket.tags = ['Help/Assistance', 'Portal'];
  const page = await openTicket(deskside, ID);
  const tags = await openComposer(page, 'Tag');
  await tags.getByRole('button', { name: 'Save tags' }).click();
  await expect(tags).toContainText('Nothing to save yet');
  const field = tags.getByRole('combobox', { name: 'Add a tag' });
  await tags.getByRole('button', { name: 'Remove Portal' }).press('Enter');
  await expect(field).toBeFocused();
  await field.fill('urg');
  await tags.getByTitle('Put back Portal').press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('urg');
  await tags.getByRole('button', { name: 'Remove Portal' }).press('Enter');
  await field.fill('Outage');
  await field.press('Enter');
  await field.fill('Second');
  await expect(tags).toContainText('Adds Outage, Second. Removes Portal.');
  await tags.getByRole('button', { name: 'Save tags' }).click();
  const { body } = await untilWritten(desk);
  expect(body).toEqual({ tags: expect.stringMatching(/^Help\/Assistance, ?Outage, ?Second$/) });
  expect(desk.tickets.get(ID)?.tags).toEqual(['Help/Assistance', 'Outage', 'Second']);
});

test('tags saved one after the other, before the ticket was read anew, take nothing back', async ({
  deskside,
  desk,
}) => {
  const ticket = desk.tickets.get(ID);
  if (ticket) ticket.tags = ['Portal'];
  desk.fail({ method: 'PUT', fault: { kind: 'slow-headers', ms: 5_000 }, times: 1 });
  const page = await openTicket(deskside, ID);
  const tags = await openComposer(page, 'Tag');
  const choose = async (tag: string) => {
    await tags.getByRole('combobox', { name: 'Add a tag' }).fill(tag);
    await page.keyboard.press('Enter');
    await expect(tags.getByText(`Adds ${tag}.`, { exact: true })).toBeVisible();
  };
  const save = () => tags.getByRole('button', { name: 'Save tags' }).click();
  for (const tag of ['First', 'Second']) {
    if (tag === 'Second') await openComposer(page, 'Tag');
    await choose(tag);
    await save();
    await expect(tags).toHaveCount(0);
  }
  await openComposer(page, 'Tag');
  await choose('Third');
  // The ticket has been read anew: what is shown is what will be done.
  await expect(tags.getByRole('button', { name: 'Remove Second' })).toBeVisible();
  await expect(tags.getByText('Adds Third.', { exact: true })).toBeVisible();
  await save();
  await untilWritten(desk, 3);
  expect(desk.tickets.get(ID)?.tags).toEqual(['Portal', 'First', 'Second', 'Third']);
});

test('closing is one click; reopening is a note with the status Working', async ({ deskside, desk }) => {
  await setUpAgent(deskside, { undoSeconds: 3 });
  const page = await openTicket(deskside, ID);
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await expect(page.getByText(`Closing ${ID} in`)).toBeVisible();
  const closing = await untilWritten(desk);
  expect([closing.path, closing.rawBody]).toEqual([`ticket/close/${ID}`, '']);

  const note = page.getByRole('form');
  const status = note.getByRole('combobox', { name: 'Set status' });
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeFocused();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(status).toHaveValue('2');
  await expect(note.getByRole('button', { name: 'Discard draft' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openComposer(page, 'Note');
  await expect(status).toHaveValue('');
  // To a note that was begun the status belongs, and stays with it.
  await note.getByRole('textbox', { name: 'Note' }).fill('The customer called again.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(status).toHaveValue('2');
  await page.keyboard.press('Escape');
  await openComposer(page, 'Note');
  await expect(status).toHaveValue('2');
  await expect(note.getByRole('button', { name: 'Discard draft' })).toBeVisible();
  await note.getByRole('button', { name: 'Add note' }).click();
  expect((await untilWritten(desk, 2)).body).toEqual({ note: 'The customer called again.', status: 2 });
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
});

test('another try to close takes the place of the one that failed', async ({ deskside, desk }) => {
  desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 }, times: 2 });
  const page = await openTicket(deskside, ID);
  const cards = page.getByRole('article', { name: `Close ${ID}` });
  const close = page.getByRole('button', { name: 'Close', exact: true });
  for (const tries of [1, 2]) {
    await close.click();
    await expect.poll(() => writesAt(desk).length).toBe(tries);
    await expect(cards.getByText('Not sent')).toBeVisible();
    await expect(cards).toHaveCount(1);
  }
  await close.click();
  await untilWritten(desk);
  await expect(cards).toHaveCount(0);
});

test('all by keyboard: open, type, send, undo', async ({ deskside, desk }) => {
  await setUpAgent(deskside, { undoSeconds: 20 });
  const page = await openTicket(deskside, ID);
  await page.getByRole('button', { name: 'Reply', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await page.keyboard.type('By keyboard alone');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('By keyboard alone');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  expect(writesAt(desk)).toEqual([]);

  const head = page.getByRole('heading', { name: ID, exact: true });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('form')).toHaveCount(0);
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await expect(head).toBeFocused();
  await untilWritten(desk);
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(head).toBeFocused();
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Send now' }).waitFor();
  // From wherever nothing is typed: the button is the last in the panel.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAccessibleDescription(/\(Ctrl\+Z\)$/);
  const close = page.getByRole('button', { name: 'Close', exact: true });
  await close.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
  expect(writesAt(desk)).toHaveLength(1);
  await close.press('Enter');
  await page.getByRole('button', { name: 'Send now' }).waitFor();
  // From elsewhere it is not taken.
  const field = page.getByLabel('Ticket ID or search');
  await field.focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Send now' }).dispatchEvent('click');
  await untilWritten(desk, 2);
  await expect(page.getByRole('button', { name: 'Send now' })).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('of several that can be undone one strip stands, and none beside the outbox, which says all', async ({
  deskside,
  desk,
}) => {
  await setUpAgent(deskside, { undoSeconds: 30 });
  const page = await openTicket(deskside, ID);
  const strips = page.getByRole('region', { name: 'Just now' });
  for (const text of ['First', 'Second', 'Third']) {
    const note = await openComposer(page, 'Note');
    await note.getByRole('textbox', { name: 'Note' }).fill(text);
    await note.getByRole('button', { name: 'Add note' }).click();
    await expect(note).toHaveCount(0);
  }
  await expect(strips.getByText('2 more can be undone.')).toBeVisible();
  await expect(strips.getByRole('button', { name: 'Undo' })).toHaveCount(1);

  await strips.getByRole('button', { name: 'Show outbox' }).press('Enter');
  const box = page.getByRole('region', { name: 'Outbox' });
  await expect(box).toBeFocused();
  await expect(strips.getByRole('button')).toHaveCount(0);
  await expect(box.getByText(/^Adding a note to .* in \d+\ss$/)).toHaveCount(3);
  await box.getByRole('article').filter({ hasText: 'First' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('First');
  await expect(strips.getByText('1 more can be undone.')).toBeVisible();
  expect(writesAt(desk)).toEqual([]);
});
