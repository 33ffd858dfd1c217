/** Checks of what content scripts send: stricter than ours, for a page's renderer may have written it. */
import * as v from 'valibot';
import { type Check, ticketIdCheck } from './checks.ts';
import type { FrameReport } from './page-requests.ts';

/** Distinct IDs that a frame may report, and that are listed of a tab with all its frames. */
export const MAX_IDS = 200;

export const frameReportCheck: Check<FrameReport> = v.strictObject({
  ids: v.pipe(v.array(ticketIdCheck), v.maxLength(MAX_IDS)),
  scan: v.picklist(['looking', 'done', 'stopped']),
});

export const openTicketCheck = v.strictObject({ id: ticketIdCheck });
