/** Next and previous ticket of a page, by the panel's row and by key: the page scrolls to it and lights it up. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { countColour, MARK_COLOURS, placeOfText, serveWeb, WEB } from '../support/web-page.ts';

const TOP = '09-13-O-TW4';
const LOG = '11-14-3-AS7';
const ROOT = '11-20-K-R5D';

/** One at the top, one in the middle of a long log that scrolls by itself, one bare in a closed root far below. */
const page = `<title>Long</title><style>body{background:#fff;color:#000;font:16px sans-serif}</style><p>${TOP}</p>
<p style="display:none">${ROOT}</p><div style="height:3000px"></div>
<pre style="height:700px;overflow:auto">${'nothing here\n'.repeat(400)}see ${LOG} here\n${'nothing here\n'.repeat(400)}</pre>
<div style="height:3000px"></div><x-a></x-a><div style="height:3000px"></div>
<script>const root = document.querySelector('x-a').attachShadow({ mode: 'closed' });
root.append('bare ${ROOT}'); window.roots = [root];</script>`;

async function expectShown(web: Page, id: string): Promise<void> {
  await expect
    .poll(() =>
      web.evaluate(() =>
        [...(CSS.highlights.get('deskside-lit') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      ),
    )
    .toEqual([id]);
  // Smoothly, so it takes a moment.
  await expect
    .poll(async () => {
      const { y } = await placeOfText(web, id);
      return y > 0 && y < (await web.evaluate(() => innerHeight));
    })
    .toBe(true);
}

test('to the next, the previous, and the one that is shown', async ({ connected }) => {
  const web = connected.page;
  await web.emulateMedia({ reducedMotion: 'reduce' });
  await serveWeb(connected.context, { '/': page });
  await web.goto(`${WEB}/`);
  const panel = await connected.openSidePanel(web);
  const rows = panel.getByRole('list', { name: 'Tickets on this page' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  const order = [TOP, ROOT, LOG];
  for (const [at, id] of order.entries()) await expect(rows.nth(at)).toContainText(id);
  await rows.nth(0).getByRole('button').first().click();
  const ticket = (id: string) => panel.getByRole('article', { name: id, exact: true });
  await expect(ticket(TOP)).toBeVisible();

  await panel.getByRole('button', { name: 'Previous ticket on this page' }).click();
  await expect(ticket(LOG)).toBeVisible();
  await expectShown(web, LOG);
  // It may be over before the picture is taken.
  await expect
    .poll(async () => {
      await panel.getByRole('button', { name: 'Show on the page' }).click();
      return countColour(web, await placeOfText(web, LOG), MARK_COLOURS.lit);
    })
    .toBeGreaterThan(100);
  await expect.poll(() => web.evaluate(() => CSS.highlights.has('deskside-lit'))).toBe(false);

  // Its first place is hidden: the one that can be seen is shown.
  await panel.getByRole('button', { name: 'Previous ticket on this page' }).click();
  await expect(ticket(ROOT)).toBeVisible();
  await expectShown(web, ROOT);
  await panel.getByRole('button', { name: 'Next ticket on this page' }).click();
  await expectShown(web, LOG);
  await panel.getByRole('button', { name: 'Next ticket on this page' }).click();
  await expectShown(web, TOP);
  await web.evaluate(() => scrollTo(0, 5000));
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  await expectShown(web, TOP);
});

test('what only a title or a hidden place holds is shown in another frame, or said to be hidden', async ({
  connected,
}) => {
  const web = connected.page;
  await web.emulateMedia({ reducedMotion: 'reduce' });
  await serveWeb(connected.context, {
    '/': `<title>Top</title><p style="display:none">${ROOT}</p><div style="height:3000px"></div>
      <p style="content-visibility:auto">${TOP}</p><iframe src="/frame"></iframe>`,
    '/frame': `<title>Frame</title><p>${LOG}</p>`,
  });
  await web.goto(`${WEB}/`);
  const frame = web.frame({ url: `${WEB}/frame` });
  const panel = await connected.openSidePanel(web);
  const rows = panel.getByRole('list', { name: 'Tickets on this page' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await frame?.evaluate(() => {
    document.title = '[10-30-M-3ZC] Frame';
    document.body.insertAdjacentHTML('beforeend', '<p>11-18-T-4KN</p>');
  });
  await web.evaluate((id) => {
    document.title = `[${id}] Top`;
  }, LOG);
  const order = [LOG, ROOT, TOP, '11-18-T-4KN'];
  await expect(rows).toHaveCount(order.length);
  for (const [at, id] of order.entries()) await expect(rows.nth(at)).toContainText(id);

  const hidden = panel.getByText('The ID is in a hidden part of the page, or only in its title.');
  await rows.nth(0).getByRole('button').first().click();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  await expect.poll(() => frame?.evaluate(() => CSS.highlights.has('deskside-lit'))).toBe(true);
  await panel.getByRole('button', { name: 'Next ticket on this page' }).click();
  await expect(panel.getByRole('article', { name: ROOT, exact: true })).toBeVisible();
  await expect(hidden).toBeHidden();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  await expect(hidden).toBeVisible();
  await panel.getByRole('button', { name: 'Next ticket on this page' }).click();
  await expectShown(web, TOP);
  await expect(hidden).toBeHidden();
});

/** The browser's own event, as its key fires it. */
const next = `chrome.tabs.query({ active: true }).then(([tab]) => chrome.commands.onCommand.dispatch('next-ticket', tab))`;

/** Of the one panel that is open. */
const shownId = `chrome.storage.session.get(null).then((all) =>
  Object.entries(all).find(([key]) => key.startsWith('shown:'))?.[1].value.id)`;

test('by the command, from the ticket that the panel shows', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': page });
  await web.goto(`${WEB}/`);
  const panel = await connected.openSidePanel(web);
  const worker = await connected.worker();
  const expectTicket = async (id: string) => {
    await expect(panel.getByRole('article', { name: id, exact: true })).toBeVisible();
    await expect.poll(() => worker.evaluate<string | undefined>(shownId)).toBe(id);
  };
  await panel.locator(`[data-id="${ROOT}"] .row__open`).click();
  await expectTicket(ROOT);
  await worker.evaluate(next);
  await expectTicket(LOG);
  // The focus is in the page, so the ticket is told in words.
  await expect(panel.getByRole('status').filter({ hasText: LOG })).toHaveText(`${LOG}, 3 of 3`);
  await panel.getByRole('button', { name: 'Next ticket on this page' }).click();
  await expectTicket(TOP);
  await worker.evaluate(next);
  await expectTicket(ROOT);
});

test('by the command, round from the last to the first', async ({ connected }) => {
  const web = connected.page;
  await web.emulateMedia({ reducedMotion: 'reduce' });
  await serveWeb(connected.context, { '/': page });
  await web.goto(`${WEB}/`);
  await expect.poll(() => web.evaluate(() => CSS.highlights.size)).toBe(1);
  const worker = await connected.worker();
  for (const id of [TOP, ROOT, LOG, TOP]) {
    await worker.evaluate(next);
    await expectShown(web, id);
  }
});
