/** Every answer to our own pages, gathered from the areas they belong to. */
import { notBuilt, type PanelAnswers } from './answer.ts';
import { deskRequests } from './desk-requests.ts';
import { draftAnswers, outboxAnswers } from './outbox-start.ts';
import { settingsAnswers } from './settings-answers.ts';

export const panelAnswers: PanelAnswers = {
  ...deskRequests,
  ...settingsAnswers,
  ...outboxAnswers,
  ...draftAnswers,
  'tab.showMatch': notBuilt(),
};
