/** What the agent asks for in the moment in which an entry's end is shown and still being stored is not lost. */
import { expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import type { WriteResult } from '../../lib/worker/desk-verdict.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { DESK, makePorts } from '../support/outbox-world.ts';

const id = 'outbox-id-1' as OutboxId;
const refused: WriteResult = { ok: false, failure: { code: 'not-allowed', status: 403 }, outcome: 'refused' };
const unsent: WriteResult = { ok: false, failure: { code: 'no-permission' }, outcome: 'not-sent' };

test.each([refused, unsent])('a retry at once, %o', async (end) => {
  let sends = 0;
  const { ports, entries } = makePorts({
    send: async () => {
      sends++;
      return end;
    },
  });
  const { write } = entries;
  // Its mirror is seen before the disk has it.
  entries.write = async (name, entry) => {
    await write(name, entry);
    if (entry.state === 'failed') await new Promise((resolve) => setTimeout(resolve, 30));
  };
  const asks = makeAsks(openOutbox(ports));
  const ticketId = canonicalId('09-13-O-TW4');
  await asks.submit({ id, ticketId, origin: DESK, action: { kind: 'close' }, seen: seenOf(null) });
  await expect.poll(() => entries.kept.get(id)?.state, { interval: 1 }).toBe('failed');
  expect(await asks.sendAgain(id)).toMatchObject({ ok: true });
  await expect.poll(() => sends).toBe(2);
});
