/** What a selection means, as a table. */
import { expect, test } from 'vitest';
import { compileForms } from '../../lib/tickets/compile.ts';
import { findLookedUp, type LookedUp } from '../../lib/tickets/looked-up.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

const forms = compileForms(DEFAULT_SETTINGS.forms);
const ticket = { ticketId: '09-13-O-TW4' as TicketId };
const other = '11-14-3-AS7' as TicketId;

test.each<[string, string, LookedUp | undefined]>([
  ['an ID', '09-13-O-TW4', ticket],
  ['an ID in brackets, in small letters', ' [09-13-o-tw4] ', ticket],
  ['a subject with an ID', 'Re: ASSIGNMENT: [09-13-O-TW4] Technical support', ticket],
  ['two IDs, one of them twice', '[09-13-O-TW4] and 11-14-3-AS7, 09-13-O-TW4', { several: [ticket.ticketId, other] }],
  ['an ID twice', '09-13-O-TW4 is [09-13-O-TW4]', ticket],
  ['words', '  invoice\n  2024 ', { words: 'invoice 2024' }],
  ['a long text: its first words', 'a'.repeat(300), { words: 'a'.repeat(120) }],
  ['white space', ' \n ', undefined],
])('%s', (_case, text, wanted) => {
  expect(findLookedUp(text, forms)).toEqual(wanted);
});
