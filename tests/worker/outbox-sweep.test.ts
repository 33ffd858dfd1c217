/** What the outbox forgets after a day, and what it must not. */
import { expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { Outcome } from '../../lib/tickets/outbox-entry.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { settledOf } from '../../lib/worker/outbox-settled.ts';
import { makeSweep } from '../../lib/worker/outbox-sweep.ts';
import { OUTCOME_MS, SETTLED_MS, UNSEEN_MS } from '../../lib/worker/outbox-times.ts';
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';
import { makePorts } from '../support/outbox-world.ts';

test.each([false, true])(
  'a draft is sent while it is asked for (%s): what is ours in its ticket stays known',
  async (isSent) => {
    const draft = makeOutboxEntry({ id: 'entry-0001' as OutboxId });
    const { ports, entries, settled } = makePorts({
      hasDraft: async () => {
        if (isSent) await entries.write(draft.id, draft);
        return false;
      },
    });
    const old = settledOf(makeOutboxEntry({ id: 'entry-0002' as OutboxId }), 0, null);
    await settled.write(old.id, old);
    await makeSweep(ports).run(new Map(settled.kept), SETTLED_MS + 1);
    expect(settled.kept.has(old.id)).toBe(isSent);
  },
);

test('what became a draft, or stands otherwise than asked, is said until the agent has seen it, over a worker’s death', async () => {
  const { ports, outcomes } = makePorts();
  const { id, ticketId, origin } = makeOutboxEntry();
  const said = (outcome: Outcome['outcome']): Outcome => ({ id, ticketId, origin, kind: 'tag', outcome, at: 0 });
  for (const outcome of ['sent', 'draft', 'differs'] as const) outcomes.kept.set(outcome, said(outcome));
  await makeSweep(ports).run(new Map(), OUTCOME_MS);
  expect([...outcomes.kept.keys()]).toEqual(['draft', 'differs']);
  const asks = makeAsks(openOutbox(ports));
  await asks.seen(['draft' as OutboxId, 'unknown' as OutboxId]);
  await expect.poll(() => [...outcomes.kept.keys()]).toEqual(['differs']);
  await makeSweep(ports).run(new Map(), UNSEEN_MS);
  expect(outcomes.kept.size).toBe(0);
});
