/** Screen readers hear each thing of the outbox once, and an old failure never stands in the way of what is new. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { FollowedBulk } from '../../lib/tickets/bulk-follow.ts';
import { bulksUnderWay } from '../../lib/tickets/bulk-result.ts';
import type { OutboxEntry, Outcome } from '../../lib/tickets/outbox-entry.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { outboxSayings, type Spoken, sayNext } from '../../lib/words/outbox-sayings.ts';
import { chooseWords } from '../../lib/words/words.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';

beforeAll(() => chooseWords({ language: 'en', messages }));
afterAll(() => chooseWords(undefined));

const entry = (name: string, change: Partial<OutboxEntry> = {}) =>
  makeOutboxEntry({ id: `entry-${name}` as OutboxId, ticketId: canonicalId(`11-20-K-${name}`), ...change });
const failed = (name: string, change: Partial<OutboxEntry> = {}) => entry(name, { state: 'failed', ...change });
const sent = (name: string): Outcome => {
  const { id, ticketId, origin } = entry(name);
  return { id, ticketId, origin, kind: 'close', outcome: 'sent', at: 0 };
};

/** What is heard as the outbox goes through these, the first being there when the surface opens. */
function heard(...stages: [entries: OutboxEntry[], latest?: Outcome, ended?: FollowedBulk[]][]): string[] {
  let spoken: Spoken | null = null;
  const words: string[] = [];
  for (const [entries, latest, ended = []] of stages) {
    const before: string = spoken?.words ?? '';
    spoken = sayNext(
      spoken,
      outboxSayings({ entries, bulks: bulksUnderWay(entries), news: latest ? [latest] : [], ended }),
    );
    if (spoken.words !== before && spoken.words !== '') words.push(spoken.words);
  }
  return words;
}

test('an old failure mutes nothing, and is not said again after what is new', () => {
  const old = failed('OLD');
  expect(heard([[old]], [[old, entry('NEW')]], [[old], sent('NEW')], [[old]], [[old, entry('TWO')]])).toEqual([
    'Close 11-20-K-NEW will be sent shortly. Ctrl+Z undoes it.',
    'Ticket closed: 11-20-K-NEW',
    'Close 11-20-K-TWO will be sent shortly. Ctrl+Z undoes it.',
  ]);
});

test('what ended unseen is said by the surface that opens next, once; what else stands there was said before', () => {
  const late: Outcome = { ...sent('LATE'), outcome: 'draft' };
  expect(heard([[failed('OLD')], late], [[failed('OLD')], late])).toEqual([
    '11-20-K-LATE was not sent in time. It is a draft again.',
  ]);
});

test('what stops is said when it stops, and again when it was tried again in vain', () => {
  const sending = entry('NEW', { state: 'sending' });
  const states = [[entry('NEW')], [sending], [failed('NEW')], [sending], [failed('NEW')]];
  expect(heard([[]], ...states.map((entries): [OutboxEntry[]] => [entries]))).toEqual([
    'Close 11-20-K-NEW will be sent shortly. Ctrl+Z undoes it.',
    'Close 11-20-K-NEW: Not sent',
    'Close 11-20-K-NEW: Not sent',
  ]);
});

test('what waits for a desk that is away is said; what only waits for another write is not', () => {
  const queued = entry('NEW', { state: 'queued' });
  expect(heard([[]], [[queued]])).toEqual([]);
  expect(heard([[]], [[{ ...queued, failure: { code: 'resting' } }]])).toEqual(['Close 11-20-K-NEW: Waiting']);
});

test('of what is new at once each is said, and what is still held is not said again', () => {
  const held = entry('HELD');
  const both = [held, failed('OLD')];
  const more = [...both, entry('NEW')];
  expect(heard([[]], [both], [both], [both], [more], [more], [both])).toEqual([
    'Close 11-20-K-HELD will be sent shortly. Ctrl+Z undoes it.',
    'Close 11-20-K-OLD: Not sent',
    'Close 11-20-K-NEW will be sent shortly. Ctrl+Z undoes it.',
  ]);
});

test('a bulk is said once, and once where several of it failed', () => {
  const bulk = { id: 'bulk', size: 3 };
  const names = ['AAA', 'BBB', 'CCC'];
  const states = (...list: OutboxEntry['state'][]): [OutboxEntry[]] => [
    list.map((state, index) => entry(names[index] ?? '', { state, bulk })),
  ];
  const stages = [
    states('held', 'held', 'held'),
    states('sending', 'queued', 'queued'),
    states('failed', 'sending', 'queued'),
    states('failed', 'failed', 'failed'),
  ];
  expect(heard([[]], ...stages)).toEqual([
    '3 tickets will be changed shortly. Ctrl+Z undoes it.',
    'Close 11-20-K-AAA: Not sent',
  ]);
});

test('a part of a bulk that is tried again is not said to be the whole, nor to be undone', () => {
  const bulk = { id: 'bulk', size: 3 };
  const stopped = failed('AAA', { bulk });
  expect(heard([[stopped]], [[entry('AAA', { state: 'queued', bulk })]])).toEqual([]);
});

test('the end of a bulk whose list is not on show is said once, and what came before it is not said again', () => {
  const bulk = { id: 'bulk', size: 2 };
  const stopped = failed('BBB', { bulk });
  const ended: FollowedBulk = {
    ...bulk,
    kind: 'close',
    parts: [],
    ends: new Map([
      [entry('AAA').ticketId, { state: 'sent' }],
      [stopped.ticketId, { state: 'failed', failure: null }],
    ]),
    hasLeft: true,
    endedAt: 0,
    isSeen: false,
  };
  const sending = entry('AAA', { state: 'sending', bulk });
  const end: [OutboxEntry[], undefined, FollowedBulk[]] = [[stopped], undefined, [ended]];
  expect(
    heard([[sending, stopped]], end, end, [[stopped, failed('CCC')], undefined, [ended]], end, [[stopped]]),
  ).toEqual(['Closed: 1 of 2 done. 1 is left to look at.', 'Close 11-20-K-CCC: Not sent']);
});
