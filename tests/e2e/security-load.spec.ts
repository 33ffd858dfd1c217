/** What pages can make us do: requests to the desk, and a storage that is full. */
import { expect, test } from '../support/fixtures.ts';
import { DESK } from '../support/outbox-drive.ts';

const writeIds = `(() => {
  const id = (n) => {
    const tail = n.toString(36).toUpperCase().padStart(4, '0');
    return String((n % 12) + 1).padStart(2, '0') + '-' + String((n % 28) + 1).padStart(2, '0') + '-' + tail[0] + '-' + tail.slice(1);
  };
  document.body.replaceChildren(...Array.from({ length: 10_000 }, (_none, n) => Object.assign(document.createElement('p'), { textContent: 'Ticket ' + id(n) })));
  const rows = [...document.body.children];
  let n = 10_000;
  const timer = setInterval(() => {
    for (let i = 0; i < 20; i++) rows[n % rows.length].textContent = 'Ticket ' + id(n++);
    if (n >= 11_000) clearInterval(timer);
  }, 50);
})()`;

test('a page with 10,000 IDs and 1,000 changes', async ({ connected, desk, pages }) => {
  test.setTimeout(180_000);
  const { page } = connected;
  const calls = () => desk.calls.length;
  await page.goto(pages.url('plain'));
  desk.calls.length = 0;
  await page.evaluate(writeIds);
  await page.waitForTimeout(6_000);
  const closed = calls();

  await page.goto(pages.url('plain'));
  const panel = await connected.openSidePanel(page);
  desk.calls.length = 0;
  const begun = Date.now();
  await page.evaluate(writeIds);
  await page.waitForTimeout(8_000);
  const open = calls();
  for (let clicks = 0; clicks < 8; clicks++) {
    const more = panel.getByRole('button', { name: 'Load more' }).first();
    if (await more.isVisible().catch(() => false)) await more.click({ timeout: 1_000 }).catch(() => undefined);
    await page.waitForTimeout(1_000);
  }
  const inMinute = desk.calls.filter(({ at }) => at - begun < 60_000).length;
  console.log(
    `requests by a page with 10,000 IDs and 1,000 changes: ${closed} with panel and popup closed; ${open} with the panel open, ${inMinute} in its minute with Load more`,
  );
  expect(closed).toBe(0);
  expect(open).toBeGreaterThan(0);
  expect(open).toBeLessThanOrEqual(20);
  expect(inMinute).toBeLessThanOrEqual(60);
});

test('a full storage: cached tickets go, drafts and outbox always fit', async ({ connected, desk }) => {
  test.setTimeout(120_000);
  const page = await connected.openExtensionPage('popup.html');
  const ask = (name: string, input?: unknown) =>
    page.evaluate<{ ok: boolean; failure?: { code: string } }>(
      `chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`,
    );
  const fill = (prefix: string) => `(async () => {
    let count = 0;
    const record = { v: 1, value: { ticket: { id: 'x', description: 'x'.repeat(250_000), log: null, tags: [] }, readAt: 1, openedAt: null } };
    try { for (; count < 100; count++) await chrome.storage.session.set({ ['${prefix}:' + count]: record }); } catch {}
    return count;
  })()`;
  const cached = await page.evaluate<number>(fill('ticket'));
  const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
  const draft = (id: string) => ({
    ticketId: id,
    kind: 'note',
    origin: DESK,
    id: crypto.randomUUID(),
    seen,
    fields: { text: 'd'.repeat(400_000), status: null, minutes: '' },
    changedAt: Date.now(),
  });
  const saved = await ask('draft.save', { draft: draft('09-13-O-TW4') });
  await page.evaluate(fill('ticket'));
  const action = { kind: 'note', note: 'n'.repeat(300_000) };
  const sentId = crypto.randomUUID();
  const submitted = await ask('action.submit', {
    id: sentId,
    ticketId: '11-14-3-AS7',
    origin: DESK,
    action,
    seen,
  });
  await page.evaluate(fill('ticket'));
  const read = await ask('ticket.refresh', { id: '11-14-3-AS7', force: true });
  expect([saved.ok, submitted.ok, read.ok]).toEqual([true, true, true]);

  // What is settled gives room back; not so while the storage is to be full.
  const isLookedAt = `chrome.storage.session.get('settled:${sentId}').then((all) => all['settled:${sentId}']?.value.look === null)`;
  await expect.poll(() => page.evaluate<boolean>(isLookedAt), { timeout: 60_000 }).toBe(true);

  // What cannot go: then the failure has its name, and the draft is kept all the same.
  await page.evaluate(`chrome.storage.session.get(null).then((all) =>
    chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('ticket:'))))`);
  await page.evaluate(fill('junk'));
  const full = await ask('draft.save', { draft: draft('11-19-B-Q2X') });
  // An action that could not be shown is not taken on at all: who is told "not saved" must be told the truth.
  const untaken = { id: crypto.randomUUID(), ticketId: '11-20-K-R5D', origin: DESK, action, seen };
  const refused = await ask('action.submit', untaken);
  await page.evaluate(`chrome.storage.session.get(null).then((all) =>
    chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('junk:'))))`);
  await connected.killWorker();
  await ask('sites.apply');
  const kept = await expect
    .poll(() =>
      page.evaluate<number>(
        `chrome.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('draft:')).length)`,
      ),
    )
    .toBe(2);
  console.log(
    `quota: ${cached} cached tickets filled it; draft, outbox and a new ticket fitted; ${full.failure?.code} when nothing could go; drafts lost 0`,
  );
  expect([full.failure?.code, refused.failure?.code]).toEqual(['storage-full', 'storage-full']);
  expect(kept).toBeUndefined();
  const writes = desk.calls.filter(({ method }) => method === 'PUT');
  expect(writes.filter(({ ticket }) => ticket === untaken.ticketId)).toEqual([]);
  expect(writes.length).toBeLessThanOrEqual(1);
  const stored = await page.evaluate<Record<string, unknown>>('chrome.storage.session.get(null)');
  expect(Object.keys(stored)).not.toContain(`outbox:${untaken.id}`);
});
