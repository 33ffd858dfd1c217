/** Checks of what content scripts send: stricter than ours, for a page's renderer may have written it. */
import * as v from 'valibot';
import { MOST_IDS } from '../tickets/page-state.ts';
import { type Check, ticketIdCheck } from './checks.ts';
import type { FrameReport } from './page-requests.ts';

export const frameReportCheck: Check<FrameReport> = v.strictObject({
  ids: v.pipe(v.array(ticketIdCheck), v.maxLength(MOST_IDS)),
  scan: v.picklist(['looking', 'done', 'stopped']),
});

export const pageSetupCheck = v.strictObject({ hasCome: v.boolean() });

export const openTicketCheck = v.strictObject({ id: ticketIdCheck });
