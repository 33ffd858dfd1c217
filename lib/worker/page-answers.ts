/** Every answer to content scripts. None of them reveals a ticket, and none calls the desk. */
import { frameReportCheck, openTicketCheck, pageSetupCheck } from '../protocol/page-checks.ts';
import { fail, ok } from '../protocol/result.ts';
import { answer, answerBare, type PageAnswers } from './answer.ts';
import { showInFrame } from './content-script.ts';
import { forgetFrame, nameOf, recordFrame, startFrame } from './frames.ts';
import { openFromPage } from './open-panel.ts';
import { createNewest, createRate, MAX_MESSAGES_A_SECOND } from './page-limits.ts';
import { readPageSetup } from './sites.ts';
import { pruneSoon } from './tabs.ts';

const rate = createRate(MAX_MESSAGES_A_SECOND, 1_000);
/** A page may have many frames, and each asks once. */
const starts = createRate(200, 1_000);
const shows = createRate(200, 1_000);
const newest = createNewest(1_000);

export const pageAnswers: PageAnswers = {
  'page.setup': answer(pageSetupCheck, async ({ hasCome }, asker) => {
    if (!starts.take(asker.tabId, Date.now())) return fail('too-many');
    void startFrame(asker, hasCome);
    pruneSoon(asker.tabId);
    const setup = await readPageSetup(asker.tabId, asker.url);
    // After whatever it reported while it was looked at.
    if (!setup.on) newest.push(nameOf(asker), () => void forgetFrame(asker), true);
    return ok(setup);
  }),
  'page.ticketsSeen': answer(frameReportCheck, async (report, asker) => {
    const mayRun = rate.take(asker.tabId, Date.now());
    newest.push(nameOf(asker), () => void recordFrame(asker, report), mayRun);
    return ok(undefined);
  }),
  'page.show': answerBare(async (asker) => {
    if (!shows.take(asker.tabId, Date.now())) return fail('too-many');
    await showInFrame(asker.tabId, asker.frameId);
    return ok(undefined);
  }),
  'page.openTicket': answer(openTicketCheck, ({ id }, asker) => openFromPage(asker, id)),
};
