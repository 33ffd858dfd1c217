/** Where we look, with what then runs on which page, asked from the browser. */
import { ONE_ID } from '../sandbox/sample-ids.ts';
import { askWorker, everySite } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openSettings } from '../support/settings-page.ts';
import { serveWeb, WEB, waitForIds } from '../support/web-page.ts';
import { countMarks, readRegistered, readWorlds, runsAt } from '../support/what-runs.ts';

/** Our two scripts run in the same places. */
const both = <T>(each: T): T[] => [each, each];

/** The sample pages under two hosts, so that one can be chosen and the other not. */
const hosts = (origin: string) => ({
  here: `${origin}/one.html`,
  there: `${origin.replace('127.0.0.1', 'localhost')}/one.html`,
});

test('every site, only these, only when asked: what then runs on which page', async ({ deskside, pages }) => {
  await deskside.lookEverywhere();
  const { here, there } = hosts(pages.origin);
  const settings = await openSettings(deskside);
  const runs = async () => [await runsAt(deskside, here), await runsAt(deskside, there)];
  expect(await readRegistered(deskside)).toMatchObject(both({ matches: expect.arrayContaining([...everySite]) }));
  expect(await runs(), 'every site').toEqual([true, true]);

  await settings.bringToFront();
  await settings.getByRole('radio', { name: 'Only these sites' }).click();
  await expect.poll(async () => (await readRegistered(deskside)).length).toBe(0);
  expect(await runs(), 'none of these yet').toEqual([false, false]);

  await settings.bringToFront();
  const nowhere = settings.getByText('Deskside looks nowhere until a site is added.');
  await expect(nowhere).toBeVisible();
  await settings.getByRole('textbox', { name: 'Add a site' }).fill('http://127.0.0.1');
  await settings.getByRole('textbox', { name: 'Add a site' }).press('Enter');
  await expect.poll(() => readRegistered(deskside)).toMatchObject(both({ matches: ['http://127.0.0.1/*'] }));
  expect(await runs(), 'only this site').toEqual([true, false]);

  await settings.bringToFront();
  await expect(nowhere).toHaveCount(0);
  await settings.getByRole('checkbox', { name: 'Salesforce' }).click();
  await expect
    .poll(async () => (await readRegistered(deskside)).map(({ matches }) => matches.sort()))
    .toEqual(both(['http://127.0.0.1/*', 'https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*']));

  await settings.bringToFront();
  await settings.getByRole('radio', { name: 'Only when I ask' }).click();
  await expect.poll(async () => (await readRegistered(deskside)).length).toBe(0);
  expect(await runs(), 'only when asked').toEqual([false, false]);

  await settings.getByRole('button', { name: 'Give it back' }).click();
  const worker = await deskside.worker();
  await expect
    .poll(() => worker.evaluate(`chrome.permissions.contains({ origins: ${JSON.stringify(everySite)} })`))
    .toBe(false);
});

test('a site goes off and on with its page open, without a reload', async ({ deskside, pages }) => {
  await deskside.lookEverywhere();
  await deskside.page.goto(pages.url('one'));
  await expect.poll(() => countMarks(deskside.page)).toBe(1);
  const settings = await openSettings(deskside);
  await settings.getByRole('textbox', { name: 'Switch off a site' }).fill('http://127.0.0.1');
  await settings.getByRole('textbox', { name: 'Switch off a site' }).press('Enter');
  await expect.poll(() => readRegistered(deskside)).toMatchObject(both({ excludeMatches: ['http://127.0.0.1/*'] }));
  await expect.poll(() => countMarks(deskside.page)).toBe(0);
  expect(await runsAt(deskside, pages.url('one')), 'nothing of ours in an excluded page').toBe(false);

  await settings.bringToFront();
  await settings.getByRole('button', { name: 'Undo' }).click();
  await deskside.page.bringToFront();
  await expect.poll(() => countMarks(deskside.page)).toBe(1);
  expect((await readRegistered(deskside)).map(({ excludeMatches }) => excludeMatches ?? [])).toEqual(both([]));
});

test('a frame of a site that is switched off rests in a page that is looked at, whatever else changes', async ({
  connected,
  pages,
}) => {
  const { page } = connected;
  const change = (changes: object) => askWorker(connected, 'settings.change', { changes });
  const framed = '09-13-O-TW4';
  await serveWeb(connected.context, { '/': `<p>${framed}</p>` });
  await page.goto(pages.url('one'));
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, `${WEB}/`);
  await waitForIds(connected, [ONE_ID, framed]);
  await change({ offSites: [WEB] });
  await waitForIds(connected, [ONE_ID]);
  await change({ markStyle: 'tint' });
  await expect.poll(() => page.evaluate(() => [...CSS.highlights.keys()])).toContain('deskside-tint');
  const frame = page.frames()[1];
  expect(await frame?.evaluate(() => CSS.highlights.size), 'marks in the frame').toBe(0);
  await change({ offSites: [] });
  await waitForIds(connected, [ONE_ID, framed]);
});

test('a chosen site in a page that is not chosen is looked at and listed, and stays so whatever else changes', async ({
  deskside,
}) => {
  const { page, context } = deskside;
  const crm = 'https://crm.example';
  const framed = ['09-13-O-TW4', '11-14-3-AS7'];
  await deskside.connect();
  const change = (changes: object) => askWorker(deskside, 'settings.change', { changes });
  await deskside.grantHosts([`${crm}/*`]);
  await change({ where: 'these', sites: [`${crm}/*`] });
  await context.route(`${crm}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><p>${framed.join(' and ')}</p>` }),
  );
  await serveWeb(context, { '/': `<p>10-12-A-BCD</p><iframe src="${crm}/"></iframe>` });
  await page.goto(WEB);
  const marks = () => page.frames()[1]?.evaluate(() => CSS.highlights.size);
  const badge = async () =>
    (await deskside.worker()).evaluate(`chrome.tabs.query({ active: true, currentWindow: true })
      .then(([{ id }]) => chrome.action.getBadgeText({ tabId: id }))`);
  const panel = await deskside.openSidePanel(page);
  const stands = async (what: string) => {
    await waitForIds(deskside, framed);
    await expect.poll(marks, what).toBe(1);
    await expect.poll(badge, what).toBe('2');
    for (const id of framed) await expect(panel.getByText(id).first(), what).toBeVisible();
  };
  await stands('at first');
  // Longer than what is gone from a page is kept in the list.
  await page.waitForTimeout(1500);
  await stands('later');
  await change({ markStyle: 'tint' });
  await expect
    .poll(() => page.frames()[1]?.evaluate(() => [...CSS.highlights.keys()].join()))
    .toContain('deskside-tint');
  await stands('other marks');
  await deskside.grantHosts(['https://other.example/*']);
  await page.waitForTimeout(1500);
  await stands('another grant');

  await change({ offSites: [crm] });
  await expect.poll(marks, 'switched off').toBe(0);
  await waitForIds(deskside, []);
  await expect(panel.getByText('Deskside may not look at this page')).toBeVisible();
  await change({ offSites: [] });
  await stands('switched on');
  await deskside.removeHost(`${crm}/*`);
  await expect.poll(marks, 'taken back').toBe(0);
  await waitForIds(deskside, []);
  await expect.poll(badge).toBe('');
});

test('only when I ask: nothing runs before the ask, the panel says how, and an ask is for one page', async ({
  connected,
  pages,
}) => {
  await askWorker(connected, 'settings.change', { changes: { where: 'asked' } });
  for (const pattern of everySite) await connected.removeHost(pattern);
  const one = await connected.context.newPage();
  await one.goto(pages.url('one'));
  const panel = await connected.openSidePanel(one);
  const isAsked = panel.getByText('Deskside looks only when you ask');
  await expect(isAsked).toBeVisible();
  await expect(panel.getByText('Click its button in the toolbar')).toBeVisible();
  await panel.getByRole('button', { name: 'Look here' }).click();
  await expect(panel.getByText('The browser wants you to ask from the toolbar')).toBeVisible();
  expect(await readRegistered(connected)).toEqual([]);
  expect(await readWorlds(one, connected.origin), 'nothing of ours before the ask').toEqual([]);

  const popup = await connected.clickToolbar(one);
  await expect(popup.getByRole('article', { name: ONE_ID })).toBeVisible();
  await expect(panel.getByRole('article', { name: ONE_ID })).toBeVisible();
  await popup.close();
  await expect.poll(() => countMarks(one)).toBe(1);
  expect(await readWorlds(one, connected.origin)).toHaveLength(1);
  expect(await runsAt(connected, pages.url('mail')), 'no other page').toBe(false);
  expect(await readRegistered(connected)).toEqual([]);

  await one.reload();
  await expect(isAsked, 'the next page is asked for anew').toBeVisible();
  expect(await readWorlds(one, connected.origin, "Boolean(globalThis[Symbol.for('deskside.page')])")).not.toContain(
    true,
  );

  // The toolbar's grant stands while the tab stays on the site: with it, command and menu do what they are for.
  const worker = await connected.worker();
  const dispatch = (event: string, first: string) =>
    worker.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
      .then(([tab]) => chrome.${event}.dispatch(${first}, tab))`);
  const ways = [
    ['commands.onCommand', "'open-panel'"],
    ['contextMenus.onClicked', "{ menuItemId: 'menuLookHere' }"],
  ] as const;
  for (const [event, first] of ways) {
    await one.bringToFront();
    await dispatch(event, first);
    await expect.poll(() => countMarks(one), event).toBe(1);
    await one.reload();
    await expect(isAsked).toBeVisible();
  }
});

test('pages already open are served at once: by a grant, by the choice, by the list of sites', async ({
  deskside,
  pages,
}) => {
  const { page } = deskside;
  await page.goto(pages.url('one'));
  expect(await readWorlds(page, deskside.origin)).toEqual([]);
  await deskside.grantHosts(everySite);
  await expect.poll(() => countMarks(page), 'granted').toBe(1);
  const change = (changes: object) => askWorker(deskside, 'settings.change', { changes });
  const steps: [string, object, number][] = [
    ['only when asked', { where: 'asked' }, 0],
    ['none of these', { where: 'these' }, 0],
    ['one of these', { sites: ['http://127.0.0.1/*'] }, 1],
    ['switched off', { offSites: ['http://127.0.0.1'] }, 0],
    ['every site but this', { where: 'every' }, 0],
    ['switched on', { offSites: [] }, 1],
  ];
  for (const [name, changes, marks] of steps) {
    await change(changes);
    await page.bringToFront();
    await expect.poll(() => countMarks(page), name).toBe(marks);
  }
});

test('after an update the old script ends and the new one takes over in pages already open', async ({
  deskside,
  pages,
}) => {
  await deskside.lookEverywhere();
  const { page } = deskside;
  await page.goto(pages.url('one'));
  await expect.poll(() => countMarks(page)).toBe(1);
  await deskside.reload();
  // The old script notices at the next change of the page.
  await page.evaluate("document.body.append(' 10-12-A-BCD ')");
  await expect.poll(() => countMarks(page)).toBe(2);
  const states = () => readWorlds(page, deskside.origin, "globalThis[Symbol.for('deskside.page')] === undefined");
  await expect.poll(async () => (await states()).sort()).toEqual([false, true]);
  const popup = await deskside.openExtensionPage('popup.html');
  const frames =
    'chrome.storage.session.get().then((all) => Object.keys(all).filter((key) => key.startsWith("frame:")))';
  expect(await popup.evaluate<string[]>(frames)).toHaveLength(1);
  await popup.close();
  expect(await countMarks(page), 'marks of the new script stay').toBe(2);
});
