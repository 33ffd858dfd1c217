/** What the outbox forgets after a day, and what it must not. */
import { expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { settledOf } from '../../lib/worker/outbox-settled.ts';
import { makeSweep } from '../../lib/worker/outbox-sweep.ts';
import { SETTLED_MS } from '../../lib/worker/outbox-times.ts';
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
