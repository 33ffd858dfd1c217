/** Every answer to our own pages, gathered from the areas they belong to. */
import { notBuilt, type PanelAnswers } from './answer.ts';
import { settingsAnswers } from './settings-answers.ts';

export const panelAnswers: PanelAnswers = {
  ...settingsAnswers,
  'connection.connect': notBuilt(),
  'connection.forget': notBuilt(),
  'ticket.refresh': notBuilt(),
  'ticket.readRows': notBuilt(),
  'ticket.list': notBuilt(),
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
  'names.readFromDesk': notBuilt(),
  'tab.showMatch': notBuilt(),
};
