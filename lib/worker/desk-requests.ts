/** Answers to our own pages about the connection and the desk's tickets. */
import * as v from 'valibot';
import { listFilterCheck, ticketIdCheck } from '../protocol/checks.ts';
import { ok, type Result } from '../protocol/result.ts';
import { ROWS_AT_ONCE } from '../tickets/rows-to-read.ts';
import { answer, answerBare, type PanelAnswers } from './answer.ts';
import { settleKey } from './ask-key.ts';
import { connect, forgetDesk } from './connection.ts';
import { originNow } from './connection-kept.ts';
import { listTickets, readQueues, readTopics } from './desk.ts';
import { readNamesFromDesk } from './names.ts';
import { readRows, refreshTicket, rowOf } from './refresh.ts';
import { applySites } from './sites.ts';

const entered = v.object({
  address: v.pipe(v.string(), v.maxLength(2_000)),
  key: v.pipe(v.string(), v.maxLength(2_000)),
});
const rows = v.object({ ids: v.pipe(v.array(ticketIdCheck), v.maxLength(ROWS_AT_ONCE)) });

/** News arrives by storage; the answer says only whether it will. */
function bare(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}

export const deskRequests = {
  'connection.connect': answer(entered, async (input) => {
    const connected = await connect(input);
    if (connected.ok) await Promise.all([settleKey(), applySites()]);
    return connected;
  }),
  'connection.forget': answerBare(async () => {
    await forgetDesk();
    // What the browser does not permit for a desk that is gone is missing no more.
    return ok(await applySites());
  }),
  'ticket.refresh': answer(v.object({ id: ticketIdCheck, force: v.boolean() }), async ({ id, force }) =>
    bare(await refreshTicket(id, { force, opened: true })),
  ),
  'ticket.readRows': answer(rows, ({ ids }) => readRows(ids)),
  'ticket.list': answer(v.object({ filter: listFilterCheck }), async ({ filter }) => {
    const found = await listTickets(filter);
    return found.ok ? ok(found.value.map(rowOf)) : found;
  }),
  'names.readFromDesk': answerBare(() => readNamesFromDesk({ origin: originNow, readQueues, readTopics })),
} satisfies Partial<PanelAnswers>;
