/** A ticket as the panel shows it: copying, exact times, the activity's filter, attachments, the address at the desk; and what the composers offer. */
import { expect, test } from '../support/fixtures.ts';
import { openComposer, openTicket, setUpAgent, ticketOf } from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';
test.use({ sandbox: { zone: 'UTC' } });

test('a ticket is copied, filtered, opened at the desk, and each time in it is exact', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside, { openInDesk: 'https://acme.sympoq.com/app/desk/ticket/{id}' });
  const page = await openTicket(deskside, ID);
  const ticket = ticketOf(page, ID);

  await ticket.getByRole('button', { name: 'Copy ID' }).click();
  await expect(ticket.getByText(`${ID} copied`)).toHaveRole('status');
  const field = page.getByLabel('Ticket ID or search');
  await field.press('Control+V');
  await expect(field).toHaveValue(ID);
  await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"))');
  await ticket.getByRole('button', { name: 'Copy ID' }).click();
  await expect(ticket.getByText('Could not be copied')).toHaveRole('status');
  await expect(ticket.getByRole('link', { name: 'Open in desk' })).toHaveAttribute(
    'href',
    `https://acme.sympoq.com/app/desk/ticket/${ID}`,
  );

  const times = await ticket
    .locator('time')
    .evaluateAll((all) =>
      all.map((time) => ({ iso: time.getAttribute('datetime') ?? '', exact: time.getAttribute('title') })),
    );
  expect(times.length).toBeGreaterThan(5);
  for (const { iso, exact } of times) {
    expect(Date.parse(iso)).not.toBeNaN();
    expect(exact).toContain(String(new Date(iso).getFullYear()));
  }

  const activity = ticket.getByRole('region', { name: 'Activity' });
  const file = activity.getByRole('link', { name: 'export-log.txt' });
  await expect(file).toHaveAttribute('target', '_blank');
  await expect(file).toHaveAttribute('rel', /noopener.*noreferrer/);
  await activity.getByRole('button', { name: 'Conversation' }).click();
  await expect(activity).toContainText('Replied');
  await expect(activity).not.toContainText('Set Deadline');
  await activity.getByRole('button', { name: 'Changes' }).click();
  await expect(activity).toContainText('Set Deadline');
  await expect(activity).not.toContainText('Replied');
  await activity.getByRole('button', { name: 'All', exact: true }).click();
  await expect(activity.getByRole('button', { name: 'All', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(activity).toContainText('Replied');
});

test('what people wrote is found below sixty changes; a mail of mostly style shows its words', async ({
  deskside,
  desk,
}) => {
  await deskside.connect();
  await setUpAgent(deskside);
  const ticket = desk.tickets.get(ID);
  if (!ticket) throw new Error(`no ${ID}`);
  ticket.description = `<style>${'p { margin: 0 } '.repeat(400)}</style><p>The export stops at half.</p>`;
  const [newest] = ticket.event_log;
  const change = { ...newest, action: 'Set Deadline', description: null, attachment_url: null };
  ticket.event_log.unshift(...(Array(70).fill(change) as typeof ticket.event_log));
  const page = await openTicket(deskside, ID);
  await expect(ticketOf(page, ID).getByRole('region', { name: 'Description' })).toContainText('The export stops');
  const activity = ticketOf(page, ID).getByRole('region', { name: 'Activity' });
  await activity.getByRole('button', { name: 'Conversation' }).click();
  await expect(activity).toContainText('Replied');
  await expect(activity.getByRole('button', { name: /older entr/ })).toHaveCount(0);
});

test('the composers offer deadlines, minutes and tags, and take them back', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside);
  const page = await openTicket(deskside, ID);

  const assign = await openComposer(page, 'Assign');
  await assign.getByRole('button', { name: 'In 3 days' }).click();
  await expect(assign.getByRole('button', { name: 'In 3 days' })).toHaveAttribute('aria-pressed', 'true');
  const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await expect(assign.getByLabel('Deadline')).toHaveValue(`${inThreeDays}T17:00`);

  const minutes = assign.getByRole('spinbutton', { name: 'Minutes' });
  await expect(minutes).toHaveValue('');
  await assign.getByRole('button', { name: '1 min' }).click();
  await expect(minutes).toHaveValue('1');
  await expect(assign.getByRole('button', { name: '1 min' })).toHaveCount(0);

  const tag = await openComposer(page, 'Tag');
  await tag.getByRole('button', { name: 'Remove Export' }).click();
  await expect(tag).toContainText('Removes Export.');
  await tag.getByTitle('Put back Export').click();
  await expect(tag).not.toContainText('Removes Export.');
});

test('the minutes offered begin anew once minutes were sent, not with any other write', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside);
  const page = await openTicket(deskside, ID);
  const start = Date.now();
  for (const seconds of [80, 160]) {
    await page.clock.setFixedTime(start + seconds * 1000);
    await page.keyboard.press('Shift');
  }
  const offered = page.getByRole('form').getByRole('button', { name: /^\d+ min$/ });
  const add = async (minutes: string) => {
    const note = await openComposer(page, 'Note');
    await expect(offered).toHaveText(/^3/);
    await note.getByRole('textbox', { name: 'Note' }).fill('Looked at it.');
    await note.getByRole('spinbutton', { name: 'Minutes' }).fill(minutes);
    await note.getByRole('button', { name: 'Add note' }).click();
    await expect(note).toHaveCount(0);
  };
  await add('');
  await add('3');
  await openComposer(page, 'Note');
  await expect(offered).toHaveText(/^1/);
});
