/** Every answer to our own pages, gathered from the areas they belong to. */
import * as v from 'valibot';
import { ticketIdCheck } from '../protocol/checks.ts';
import { ok } from '../protocol/result.ts';
import { selections } from '../state/tabs.ts';
import { answer, type PanelAnswers } from './answer.ts';
import { deskRequests } from './desk-requests.ts';
import { showMatch } from './open-panel.ts';
import { outboxAnswers } from './outbox-start.ts';
import { settingsAnswers } from './settings-answers.ts';

const integer = v.pipe(v.number(), v.integer());
const matchCheck = v.object({ tabId: integer, id: ticketIdCheck });

export const panelAnswers: PanelAnswers = {
  ...deskRequests,
  ...settingsAnswers,
  ...outboxAnswers,
  'selection.drop': answer(v.object({ windowId: integer }), async ({ windowId }) =>
    ok(await selections.item(String(windowId)).remove()),
  ),
  'tab.showMatch': answer(matchCheck, ({ tabId, id }) => showMatch(tabId, id)),
};
