/** Ticket data written by strangers: 200 texts in every text field run nothing and ask for nothing, in panel and popup. */
import type { Page } from '@playwright/test';
import type { DeskTicket } from '../sandbox/desk-types.ts';
import { expect, test } from '../support/fixtures.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';

/** Puts the text into every field of a ticket that the API page calls text. */
function poison(ticket: DeskTicket, text: string): void {
  Object.assign(ticket, {
    description: text,
    reported_by: text,
    customer: { registered: true, name: text, email: text, role: text, group: text },
    created: text,
    assigned_on: text,
    deadline: text,
    responded: text,
    updated: text,
    closed_on: text,
    tags: [text, `${text} 2`],
    solution: text,
    estimated: text,
    elapsed: text,
    custom_fields: { [text.slice(0, 200)]: text, plain: text },
    event_log: ['Created', 'Attachment', 'Reply', text].map((action) => ({
      date: ticket.event_log[0]?.date ?? '',
      action,
      description: text,
      applied_by: text,
      billable: 1,
      attachment_url: text,
    })),
  });
}

/** Reads as `Refresh` does (what a page brings up is read 60 times a minute at most), then shows the ticket. */
async function openIn(page: Page, ticketId: string): Promise<void> {
  const message = JSON.stringify({ name: 'ticket.refresh', input: { id: ticketId, force: true } });
  await page.evaluate(`chrome.runtime.sendMessage(${message})`);
  const show = `chrome.windows.getCurrent().then(({ id }) => chrome.storage.session.set({
    ['open:' + id]: { v: 2, value: { wanted: { ticketId: ${JSON.stringify(ticketId)} }, at: Date.now() } } }))`;
  await page.evaluate(show);
}

test('hostile ticket data runs nothing and asks for nothing', async ({ connected, desk }) => {
  test.setTimeout(300_000);
  const ids = [...desk.tickets.keys()].slice(0, HOSTILE_TEXTS.length);
  ids.forEach((id, index) => {
    const ticket = desk.tickets.get(id);
    if (ticket) poison(ticket, HOSTILE_TEXTS[index] ?? '');
  });
  const asked: string[] = [];
  connected.context.on('request', (request) => {
    const isOurs =
      request.url().startsWith(connected.origin) || request.url().startsWith('https://acme.sympoq.com/app/desk/api/');
    if (!isOurs) asked.push(request.url());
  });
  const panel = await connected.openExtensionPage('sidepanel.html');
  const dialogs: string[] = [];
  panel.on('dialog', (dialog) => void dialog.dismiss().then(() => dialogs.push(dialog.message())));
  const badLinks: string[] = [];
  let shown = 0;
  for (const id of ids) {
    await openIn(panel, id);
    const article = panel.getByRole('article', { name: id });
    await expect(article.getByRole('region', { name: 'Activity' })).toBeVisible();
    shown++;
    const look = `[...document.querySelectorAll('[href],[src],[action],[style*=url],script,iframe,object,embed')]
      .filter((element) => document.querySelector('[role=article],article')?.contains(element))
      .map((element) => element.href ?? element.src ?? element.localName)
      .filter((address) => !/^(https?|mailto|chrome-extension):/.test(String(address.baseVal ?? address)))`;
    badLinks.push(...(await panel.evaluate<string[]>(look)));
  }
  const hacked = await panel.evaluate('globalThis.hacked ?? 0');
  const calls = desk.calls.filter(({ headers, path }) => headers.host !== 'acme.sympoq.com' || path.includes('hit'));
  const fields = 24;
  console.log(
    `hostile data: ${shown} texts × ${fields} text fields shown, ${Number(hacked) + dialogs.length} run, ${calls.length + asked.length} requests`,
  );
  expect(shown).toBe(200);
  expect({ hacked, dialogs, badLinks, calls, asked }).toEqual({
    hacked: 0,
    dialogs: [],
    badLinks: [],
    calls: [],
    asked: [],
  });
});
