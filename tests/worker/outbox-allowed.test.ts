/** What an organisation forbids does not leave by the side door of another action either. */
import { expect, test } from 'vitest';
import type { Action, ActionKind, OutboxId } from '../../lib/tickets/actions.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { DESK, makePorts } from '../support/outbox-world.ts';

function makeWorld(allowed: readonly ActionKind[], undoMs = 0) {
  const rules = { undoMs, allowed, allowBulk: true };
  const sent: Action[] = [];
  const { ports, entries } = makePorts({
    rules: async () => rules,
    send: async (_id, action) => {
      sent.push(action);
      return { ok: true };
    },
  });
  const asks = makeAsks(openOutbox(ports));
  const submit = (action: Action) =>
    asks.submit({
      id: 'entry-0001' as OutboxId,
      ticketId: canonicalId('09-13-O-TW4'),
      origin: DESK,
      action,
      seen: seenOf(null),
    });
  return { rules, sent, entries: entries.kept, asks, submit };
}

const WITHOUT_CLOSE: ActionKind[] = ['reply', 'note', 'assign', 'move', 'tag'];
const WITHOUT_ASSIGN: ActionKind[] = ['reply', 'note', 'move', 'tag', 'close'];

const forbidden: [what: string, Action, ActionKind[]][] = [
  ['a reply that closes', { kind: 'reply', reply: 'Done.', andClose: true }, WITHOUT_CLOSE],
  ['a note that closes', { kind: 'note', note: 'Done.', status: 4 }, WITHOUT_CLOSE],
  ['a reply that takes the ticket', { kind: 'reply', reply: 'Mine.', autoAssign: true }, WITHOUT_ASSIGN],
  ['a move that unassigns', { kind: 'move', queue: 2, unassign: true }, WITHOUT_ASSIGN],
];

test.each(forbidden)('%s is refused', async (_what, action, allowed) => {
  const { entries, submit } = makeWorld(allowed);
  expect(await submit(action)).toMatchObject({ ok: false, failure: { code: 'policy' } });
  expect(entries.size).toBe(0);
});

test.each(forbidden)('%s does not leave when that is forbidden while it waits', async (_what, action, allowed) => {
  const { asks, entries, rules, sent, submit } = makeWorld([...WITHOUT_CLOSE, 'close'], 5_000);
  expect((await submit(action)).ok).toBe(true);
  rules.allowed = allowed;
  await asks.sendNow('entry-0001' as OutboxId);
  await expect.poll(() => entries.get('entry-0001')).toMatchObject({ state: 'failed', failure: { code: 'policy' } });
  expect(sent).toEqual([]);
});

test.each([
  [{ kind: 'reply', reply: 'Hello.', andClose: false, markSolution: true, autoAssign: false }],
  [{ kind: 'note', note: 'Hello.', status: 2 }],
  [{ kind: 'move', queue: 2, unassign: false }],
] satisfies [Action][])('%j needs no other permission than its own', async (action) => {
  const { submit } = makeWorld([action.kind]);
  expect((await submit(action)).ok).toBe(true);
});
