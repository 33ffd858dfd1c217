/** Answers to our own pages about settings, names, data and sites. */
import * as v from 'valibot';
import { namesCheck } from '../protocol/names-check.ts';
import { ok } from '../protocol/result.ts';
import { settingsChangeCheck } from '../protocol/settings-checks.ts';
import { viewsCheck } from '../protocol/views-check.ts';
import { answer, answerBare, type PanelAnswers } from './answer.ts';
import { settleKey } from './ask-key.ts';
import { eraseData, exportData, importData } from './data.ts';
import { replaceNames } from './names.ts';
import { changeSettings } from './settings.ts';
import { applySites, lookNow, OF_PAGES, switchSite } from './sites.ts';
import { countViews, replaceViews } from './views.ts';
import { wantSite } from './wanted-site.ts';

/** The most characters of an import: more than any export of ours. */
const MOST_JSON = 20_000_000;

const tabId = v.pipe(v.number(), v.integer());
const origin = v.pipe(v.string(), v.maxLength(300));

export const settingsAnswers = {
  'settings.change': answer(settingsChangeCheck, async ({ changes }) => {
    const changed = await changeSettings(changes);
    const isOfPages = OF_PAGES.some((name) => name in changes);
    if (changed.ok && isOfPages) await applySites();
    if (changed.ok && 'askKeyEachStart' in changes) await settleKey();
    return changed;
  }),
  'names.change': answer(v.object({ names: namesCheck }), async ({ names }) => ok(await replaceNames(names))),
  'views.change': answer(v.object({ views: viewsCheck }), async ({ views }) => ok(await replaceViews(views))),
  'views.count': answerBare(countViews),
  'data.export': answerBare(async () => ok({ json: await exportData() })),
  'data.import': answer(v.object({ json: v.pipe(v.string(), v.maxLength(MOST_JSON)) }), ({ json }) => importData(json)),
  'data.erase': answerBare(eraseData),
  'sites.apply': answerBare(async () => ok(await applySites())),
  'sites.switch': answer(v.object({ origin, on: v.boolean() }), ({ origin, on }) => switchSite(origin, on)),
  'sites.want': answer(v.object({ origin: v.nullable(origin) }), async ({ origin }) => ok(await wantSite(origin))),
  'sites.lookNow': answer(v.object({ tabId }), ({ tabId }) => lookNow(tabId)),
} satisfies Partial<PanelAnswers>;
