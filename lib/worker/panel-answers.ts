/** Every answer to our own pages, gathered from the areas they belong to. */
import * as v from 'valibot';
import { ticketIdCheck } from '../protocol/checks.ts';
import { answer, type PanelAnswers } from './answer.ts';
import { deskRequests } from './desk-requests.ts';
import { showMatch } from './open-panel.ts';
import { draftAnswers, outboxAnswers } from './outbox-start.ts';
import { settingsAnswers } from './settings-answers.ts';

const matchCheck = v.object({ tabId: v.pipe(v.number(), v.integer()), id: ticketIdCheck });

export const panelAnswers: PanelAnswers = {
  ...deskRequests,
  ...settingsAnswers,
  ...outboxAnswers,
  ...draftAnswers,
  'tab.showMatch': answer(matchCheck, ({ tabId, id }) => showMatch(tabId, id)),
};
