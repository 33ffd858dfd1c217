/** Which ticket IDs stand on which sample page, in page order; every one of them exists at the sandbox desk. */
import { SAMPLE_TICKETS, type SamplePlace } from './sample-tickets.ts';

function idsAt(place: SamplePlace): string[] {
  return SAMPLE_TICKETS.filter((ticket) => ticket.place === place).map(({ id }) => id);
}

/** Conversations of `inbox.html`, newest first. The list is virtual: only those in or near the view stand in the page. */
export const INBOX_IDS: readonly string[] = idsAt('inbox');

/** What `Check mail` (or `?arrive=MS`) brings into the inbox, in this order, each one on top. */
export const ARRIVING_IDS: readonly string[] = idsAt('arriving');

/** Named only in the inbox's compose window (subject, text, jotting): never to be read by us. */
export const COMPOSE_IDS: readonly string[] = ['10-02-C-MP7', '10-05-R-8TX', '10-13-9-WEN'];

/** `mail.html`: whole, in bold parts, with `<wbr>`, with soft hyphens, with U+2011, with `<mark>`, in a link, in a table. */
export const MAIL_IDS: readonly string[] = [
  '11-20-K-R5D',
  '09-13-O-TW4',
  '11-14-3-AS7',
  '11-19-B-Q2X',
  '11-21-2-HM9',
  '11-17-8-PLV',
  '11-18-T-4KN',
  '10-30-M-3ZC',
  '11-12-R-Y6J',
];

/** `crm.html` by where they stand: nested open roots, a closed root attached late, and its two frames. */
export const CRM_IDS = {
  open: ['11-20-K-R5D', '11-18-4-VQE', '11-13-W-N8Y', '11-10-F-6RC', '10-29-G-TB2'],
  closed: ['10-14-L-ZU5'],
  srcdoc: ['11-20-K-R5D', '09-13-O-TW4'],
  frame: ['11-13-W-N8Y', '10-19-H-B4M'],
} as const;

/** `chat.html`: there from the start, and what `Next message` (or `?rate=MS`) adds, in this order, then again. */
export const CHAT_IDS: readonly string[] = ['11-22-P-E3U', '11-03-G-L48', '11-17-8-PLV'];
export const CHAT_NEXT_IDS: readonly string[] = [
  '11-21-2-HM9',
  '11-05-U-2YP',
  '10-19-H-B4M',
  '11-18-T-4KN',
  '11-14-3-AS7',
  '11-10-6-VTS',
];

/** `one.html` names exactly this one, once. `plain.html` names none. */
export const ONE_ID = '11-12-R-Y6J';
