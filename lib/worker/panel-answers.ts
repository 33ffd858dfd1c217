/** Every answer to our own pages, gathered from the areas they belong to. */
import { notBuilt, type PanelAnswers } from './answer.ts';
import { deskRequests } from './desk-requests.ts';
import { settingsAnswers } from './settings-answers.ts';

export const panelAnswers: PanelAnswers = {
  ...deskRequests,
  ...settingsAnswers,
  'action.submit': notBuilt(),
  'action.backToDraft': notBuilt(),
  'action.sendNow': notBuilt(),
  'action.sendAnyway': notBuilt(),
  'action.sendAgain': notBuilt(),
  'action.look': notBuilt(),
  'action.arrived': notBuilt(),
  'action.discard': notBuilt(),
  'draft.save': notBuilt(),
  'draft.discard': notBuilt(),
  'tab.showMatch': notBuilt(),
};
