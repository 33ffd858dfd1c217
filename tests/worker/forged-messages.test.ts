/** What a content script's world can forge: every request name × 8 sender shapes, and 20,000 random messages. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { PanelRequests } from '../../lib/protocol/panel-requests.ts';
import { ok } from '../../lib/protocol/result.ts';
import type { PageAnswers, PanelAnswers } from '../../lib/worker/answer.ts';
import { dispatch, type Tables } from '../../lib/worker/dispatch.ts';
import { pageAnswers } from '../../lib/worker/page-answers.ts';
import type { Sender } from '../../lib/worker/sender.ts';

const own = { id: 'us', origin: 'chrome-extension://us' };
const panelPage = `${own.origin}/sidepanel.html`;
const tab = { id: 7, windowId: 1 };
const site = 'https://mail.example';

/** All that a browser may say of a sender that is none of our pages. */
const shapes: [what: string, sender: Sender][] = [
  ['a content script', { id: 'us', origin: site, url: `${site}/`, frameId: 0, tab }],
  ['a content script in a sandboxed frame', { id: 'us', origin: 'null', url: 'about:srcdoc', frameId: 3, tab }],
  ['a content script that names our page', { id: 'us', origin: site, url: panelPage, frameId: 0, tab }],
  ['a content script without origin', { id: 'us', url: panelPage, frameId: 0, tab }],
  ['our page framed by a site', { id: 'us', origin: own.origin, url: panelPage, frameId: 4, tab }],
  ['a page of our origin that is not ours', { id: 'us', origin: own.origin, url: `${own.origin}/x.html` }],
  ['another extension', { id: 'them', origin: 'chrome-extension://them', url: panelPage }],
  ['nobody', {}],
];

const panelNames: Record<keyof PanelRequests, true> = {
  'connection.connect': true,
  'connection.forget': true,
  'ticket.refresh': true,
  'ticket.readRows': true,
  'ticket.list': true,
  'action.submit': true,
  'action.submitMany': true,
  'action.stepMany': true,
  'action.backToDraft': true,
  'action.sendNow': true,
  'action.sendAnyway': true,
  'action.sendAgain': true,
  'action.look': true,
  'action.arrived': true,
  'action.discard': true,
  'action.seen': true,
  'draft.save': true,
  'draft.discard': true,
  'settings.change': true,
  'names.change': true,
  'views.change': true,
  'views.count': true,
  'names.readFromDesk': true,
  'data.export': true,
  'data.import': true,
  'data.erase': true,
  'sites.apply': true,
  'sites.switch': true,
  'sites.want': true,
  'sites.lookNow': true,
  'selection.drop': true,
  'tab.showMatch': true,
};
const pageNames = Object.keys(pageAnswers);
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', ''];

/** Tables that take anything and count: the panel's must never be reached; the page's keep their real checks. */
function countingTables() {
  const reached: string[] = [];
  const take = (name: string) => ({
    check: v.unknown(),
    run: async () => {
      reached.push(name);
      return ok(undefined);
    },
  });
  const panel = Object.fromEntries(Object.keys(panelNames).map((name) => [name, take(name)]));
  const page = Object.fromEntries(
    Object.entries(pageAnswers).map(([name, { check }]) => [name, { ...take(name), check }]),
  );
  const tables: Tables = { own, panel: panel as unknown as PanelAnswers, page: page as unknown as PageAnswers };
  return { reached, tables };
}

describe('forged messages', () => {
  test('every request of our own pages from every other sender', async () => {
    const { reached, tables } = countingTables();
    let sent = 0;
    for (const name of [...Object.keys(panelNames), ...inherited]) {
      for (const [what, sender] of shapes) {
        sent++;
        const answer = await dispatch({ name, input: {} }, sender, tables);
        expect(answer, `${name} from ${what}`).toEqual({ ok: false, failure: { code: 'bad-request' } });
      }
    }
    console.log(`forged messages: ${sent} request × sender cases, ${reached.length} accepted`);
    expect(reached).toEqual([]);
  });

  test('what content scripts may ask is asked by content scripts only', async () => {
    const { reached, tables } = countingTables();
    for (const name of pageNames) {
      for (const [, sender] of shapes.slice(3))
        await dispatch({ name, input: { ids: [], scan: 'done', id: '1' } }, sender, tables);
      await dispatch({ name, input: { id: '1' } }, { id: 'us', origin: own.origin, url: panelPage }, tables);
    }
    expect(reached).toEqual([]);
  });

  test('20,000 random messages: none reaches what it may not, none breaks the dispatcher', {
    timeout: 60_000,
  }, async () => {
    const { reached, tables } = countingTables();
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true }),
      fc.record({ name: fc.constantFrom(...Object.keys(panelNames), ...inherited), input: fc.anything() }),
      fc.record({ name: fc.string(), input: fc.anything() }),
    );
    let sent = 0;
    const law = fc.asyncProperty(anything, fc.constantFrom(...shapes), async (message, [, sender]) => {
      sent++;
      const answer = await dispatch(message, sender, tables);
      return !answer.ok && ['bad-request', 'too-many'].includes(answer.failure.code);
    });
    await fc.assert(law, { numRuns: 20_000 });
    console.log(`forged messages: ${sent} random ones, ${reached.length} accepted`);
    expect(reached).toEqual([]);
  });

  test('reports that are too many, too long or no reports are refused', async () => {
    const { reached, tables } = countingTables();
    const [, script] = shapes[0] ?? [];
    const report = (input: unknown) => dispatch({ name: 'page.ticketsSeen', input }, script ?? {}, tables);
    const bad = [
      undefined,
      { ids: 'x', scan: 'done' },
      { ids: [7], scan: 'done' },
      { ids: ['x'.repeat(65)], scan: 'done' },
      { ids: ['a\u0000b'], scan: 'done' },
      { ids: [''], scan: 'done' },
      { ids: Array(201).fill('1'), scan: 'done' },
      { ids: ['1'], scan: 'later' },
      { ids: ['1'], scan: 'done', tabId: 3 },
    ];
    for (const input of bad) expect(await report(input)).toEqual({ ok: false, failure: { code: 'bad-request' } });
    const huge = await report({ ids: [], scan: 'done', more: 'x'.repeat(70_000) });
    expect(huge).toEqual({ ok: false, failure: { code: 'too-many' } });
    expect(reached).toEqual([]);
    expect((await report({ ids: ['09-13-O-TW4'], scan: 'done' })).ok).toBe(true);
  });
});

test('an answer that throws is a failure without the error', async () => {
  const { tables } = countingTables();
  const thrower = { check: v.unknown(), run: () => Promise.reject(new Error('apikey: canary')) };
  const broken = { ...tables, panel: { ...tables.panel, 'sites.apply': thrower } as unknown as PanelAnswers };
  const sender = { id: 'us', origin: own.origin, url: panelPage };
  expect(await dispatch({ name: 'sites.apply' }, sender, broken)).toEqual({ ok: false, failure: { code: 'internal' } });
});
