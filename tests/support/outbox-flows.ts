/** The named flows of the outbox, played in both browsers with the worker killed before every message. */
import { strict as assert } from 'node:assert';
import type { Desk } from '../sandbox/desk.ts';
import { DESK, type OutboxDrive } from './outbox-drive.ts';

export interface Flow {
  name: string;
  play(drive: OutboxDrive, desk: Desk, ticketId: string): Promise<void>;
}

const linesWith = (desk: Desk, ticketId: string, text: string) =>
  desk.tickets.get(ticketId)?.event_log.filter(({ description }) => description === text).length ?? 0;

const seeded = <T>(value: T | undefined | null): T => {
  assert.ok(value !== undefined && value !== null);
  return value;
};

/** Reply, close, solve: it leaves when the undo time is over. */
const replyAndClose: Flow = {
  name: 'reply and close',
  async play(drive, desk, ticketId) {
    const text = `All done on ${ticketId}, have a good day.`;
    await drive.open(ticketId);
    await drive.mustAsk('draft.save', {
      draft: {
        ticketId,
        kind: 'reply',
        origin: DESK,
        id: crypto.randomUUID(),
        seen: await drive.seen(ticketId),
        fields: { text: 'All done', andClose: true, markSolution: false, autoAssign: false, minutes: '' },
        changedAt: Date.now(),
      },
    });
    const { id } = seeded(await drive.draft(ticketId, 'reply'));
    const action = { kind: 'reply', reply: text, andClose: true, minutes: 7 };
    await drive.mustAsk('action.submit', { id, ticketId, origin: DESK, action, seen: await drive.seen(ticketId) });
    assert.equal(await drive.draft(ticketId, 'reply'), null);
    assert.equal(await drive.ended(id), 'sent');
    assert.equal(linesWith(desk, ticketId, text), 1);
    assert.equal(desk.tickets.get(ticketId)?.status, 4);
  },
};

const undo: Flow = {
  name: 'undo gives the text back',
  async play(drive, desk, ticketId) {
    await drive.open(ticketId);
    await drive.mustAsk('settings.change', { changes: { undoSeconds: 20 } });
    const id = await drive.submit(ticketId, { kind: 'note', note: 'Not this one', status: 3, minutes: 5 });
    assert.equal((await drive.entry(id))?.state, 'held');
    await drive.mustAsk('action.backToDraft', { id });
    const draft = seeded(await drive.draft(ticketId, 'note'));
    assert.deepEqual(draft.fields, { text: 'Not this one', status: 3, minutes: '5' });
    assert.equal(await drive.entry(id), null);
    assert.equal(linesWith(desk, ticketId, 'Not this one'), 0);
    await drive.mustAsk('settings.change', { changes: { undoSeconds: 1 } });
  },
};

const movedMeanwhile: Flow = {
  name: 'the ticket changed meanwhile, sent anyway',
  async play(drive, desk, ticketId) {
    await drive.open(ticketId);
    const text = `We are on it (${ticketId}).`;
    const id = await drive.submit(ticketId, { kind: 'reply', reply: text });
    desk.act(ticketId, 'Mia Wallner', { kind: 'note', note: 'I have this one.' });
    const entry = await drive.inState(id, 'moved');
    assert.deepEqual(
      entry.news.map(({ appliedBy }) => appliedBy),
      ['Mia Wallner'],
    );
    assert.equal(linesWith(desk, ticketId, text), 0);
    await drive.mustAsk('action.sendAnyway', { id });
    assert.equal(await drive.ended(id), 'sent');
    assert.equal(linesWith(desk, ticketId, text), 1);
  },
};

const refused: Flow = {
  name: 'refused, mended and sent again',
  async play(drive, desk, ticketId) {
    await drive.open(ticketId);
    const fault = desk.fail({ fault: { kind: 'status', status: 422 }, method: 'PUT', ticket: ticketId });
    const id = await drive.submit(ticketId, { kind: 'assign', assignee: 7, minutes: 3 });
    const entry = await drive.inState(id, 'failed');
    assert.equal(entry.failure?.code, 'rejected');
    fault.remove();
    await drive.mustAsk('action.sendAgain', { id });
    assert.equal(await drive.ended(id), 'sent');
    assert.equal(desk.tickets.get(ticketId)?.assignee, 7);
  },
};

const brokenAnswer: Flow = {
  name: 'the answer never came, but it is there',
  async play(drive, desk, ticketId) {
    await drive.open(ticketId);
    desk.fail({
      fault: { kind: 'status', status: 502, html: true },
      method: 'PUT',
      ticket: ticketId,
      applyAfterMs: 4_000,
    });
    const text = `A note on ${ticketId} that arrives late.`;
    const id = await drive.submit(ticketId, { kind: 'note', note: text });
    await drive.inState(id, 'unsure');
    // Nothing is asked of the worker but this; the look comes by itself.
    assert.equal(await drive.ended(id, 15_000), 'sent');
    assert.equal(linesWith(desk, ticketId, text), 1);
  },
};

const oneAfterAnother: Flow = {
  name: 'tag, move and close one after another',
  async play(drive, desk, ticketId) {
    await drive.open(ticketId);
    const ids = [
      await drive.submit(ticketId, { kind: 'tag', tags: ['Service request', 'VIP'] }),
      await drive.submit(ticketId, { kind: 'move', queue: 3 }),
      await drive.submit(ticketId, { kind: 'close' }),
    ];
    for (const id of ids) assert.equal(await drive.ended(id, 20_000), 'sent');
    const ticket = seeded(desk.tickets.get(ticketId));
    assert.deepEqual([ticket.tags, ticket.queue, ticket.status], [['Service request', 'VIP'], 3, 4]);
    const writes = desk.calls.filter(({ method, ticket: of }) => method === 'PUT' && of === ticketId);
    assert.equal(writes.length, 3);
  },
};

export const FLOWS: Flow[] = [replyAndClose, undo, movedMeanwhile, refused, brokenAnswer, oneAfterAnother];
