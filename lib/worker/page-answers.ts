/** Every answer to content scripts. None of them reveals a ticket, and none calls the desk. */
import type { PageAnswers } from './answer.ts';
import { notBuilt } from './answer.ts';

export const pageAnswers: PageAnswers = {
  'page.setup': notBuilt(),
  'page.ticketsSeen': notBuilt(),
  'page.openTicket': notBuilt(),
};
