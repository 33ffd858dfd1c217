/** Checks of what content scripts send: stricter than ours, for a page's renderer may have written it. */
import * as v from 'valibot';
import { type FrameIds, MOST_IDS } from '../tickets/page-state.ts';
import { type Check, ticketIdCheck } from './checks.ts';

export const frameReportCheck: Check<FrameIds> = v.strictObject({
  ids: v.pipe(v.array(ticketIdCheck), v.maxLength(MOST_IDS)),
  scan: v.picklist(['looking', 'done', 'stopped']),
});

export const pageSetupCheck = v.strictObject({ hasCome: v.boolean() });

export const openTicketCheck = v.strictObject({ id: ticketIdCheck });
