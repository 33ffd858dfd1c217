/** Tests how the event log is grouped and filtered, and how an outbox entry is put in words. */
import { describe, expect, test } from 'vitest';
import { ACTION_KINDS, OUTBOX_STATES } from '../../lib/tickets/actions.ts';
import { activityDays, activityKind, fitsFilter } from '../../lib/tickets/activity.ts';
import { deadlineState } from '../../lib/tickets/deadline.ts';
import { findDeskLink } from '../../lib/tickets/desk-link.ts';
import { isLongText, startOfText } from '../../lib/tickets/long-text.ts';
import { hindranceNow, outboxSteps, outcomeWord, spentClosings, standsStill } from '../../lib/tickets/outbox-words.ts';
import { distanceBetween, findInstant } from '../../lib/tickets/relative-time.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';
import { makeEntry } from '../support/make-ticket.ts';

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

describe('the event log', () => {
  test('neighbours of a day stand together, entries without a date too', () => {
    const dates = ['2022-09-13T13:50:47.518036000+02:00', '2022-09-13T09:00:00Z', '2022-09-12T09:00:00Z', null, null];
    const days = activityDays(
      dates.map((date, index) => ({ entry: makeEntry({ date }), index })),
      dayOf,
    );
    expect(days.map(({ entries }) => entries.map(({ index }) => index))).toEqual([[0, 1], [2], [3, 4]]);
    expect(days[2]?.at).toBeNull();
  });

  test('a day keeps its key while the log grows above it and what is shown is cut off below', () => {
    const keysOf = (...dates: (string | null)[]) =>
      activityDays(
        dates.map((date, index) => ({ entry: makeEntry({ date }), index })),
        dayOf,
      ).map(({ key }) => key);
    const [today, yesterday] = ['2022-09-13T09:00:00Z', '2022-09-12T09:00:00Z'];
    const keys = keysOf(yesterday, yesterday, null);
    expect(keysOf(today, today, yesterday, yesterday, null).slice(1)).toEqual(keys);
    expect(keysOf(yesterday, yesterday, yesterday, null)).toEqual(keys);
    expect(keysOf(yesterday, yesterday)).toEqual(keys.slice(0, 1));
    expect(new Set(keysOf(today, null, today, null, today)).size).toBe(5);
  });

  test.each([
    ['Replied', 'reply', 'conversation'],
    ['Note', 'note', 'conversation'],
    ['Created', 'created', 'conversation'],
    ['Ticket opened', 'created', 'conversation'],
    ['Reopened', 'change', 'changes'],
    ['Re-opened', 'change', 'changes'],
    ['Set Deadline', 'change', 'changes'],
    ['Assigned', 'assigned', 'changes'],
    ['Notified', 'notified', 'changes'],
    ['Something new', 'change', 'changes'],
    [null, 'change', 'changes'],
  ] as const)('%s is a %s, under %s', (action, kind, filter) => {
    const entry = makeEntry({ action });
    expect(activityKind(entry)).toBe(kind);
    expect(fitsFilter(entry, filter)).toBe(true);
    expect(fitsFilter(entry, filter === 'changes' ? 'conversation' : 'changes')).toBe(false);
  });

  test('an address makes it an attachment, whatever it is called', () => {
    expect(activityKind(makeEntry({ action: 'Upload', attachmentUrl: 'https://a.example/f' }))).toBe('attachment');
  });
});

describe('an outbox entry', () => {
  test.each(OUTBOX_STATES)('%s never offers a draft for closing', (state) => {
    expect(outboxSteps({ state, action: { kind: 'close' } })).not.toContain('draft');
  });

  test('only what is on its way right now offers nothing', () => {
    const action = { kind: 'note', note: 'x' } as const;
    const silent = OUTBOX_STATES.filter((state) => outboxSteps({ state, action }).length === 0);
    expect(silent).toEqual(['sending']);
  });

  test('stands still where it needs the agent, and where the desk is away', () => {
    const still = OUTBOX_STATES.filter((state) => standsStill({ state, failure: null }));
    expect(new Set(still)).toEqual(new Set(['moved', 'failed', 'unsure', 'twice']));
    expect(standsStill({ state: 'queued', failure: { code: 'resting' } })).toBe(true);
  });

  test('one more try to close takes the place of those that surely did not arrive', () => {
    const close = makeOutboxEntry({ state: 'failed' });
    const bulk = { id: 'bulk', size: 2 };
    expect(spentClosings([close, { ...close, state: 'moved' }])).toHaveLength(2);
    expect(
      spentClosings([
        { ...close, state: 'unsure' },
        { ...close, state: 'queued' },
        // Stopped at its second try: the first may still arrive.
        { ...close, state: 'moved', openSends: 1 },
      ]),
    ).toEqual([]);
    expect(
      spentClosings([
        { ...close, bulk },
        { ...close, action: { kind: 'note', note: 'A' } },
      ]),
    ).toEqual([]);
  });

  test('what a connection stopped is said by the connection as it is now', () => {
    const stopped = { origin: 'https://acme.sympoq.com', failure: { code: 'key-refused' } as const };
    const connection = { origin: stopped.origin, hasKey: true, refused: true };
    expect(hindranceNow(stopped, connection)?.code).toBe('key-refused');
    expect(hindranceNow(stopped, { ...connection, refused: false })).toBeNull();
    expect(hindranceNow(stopped, { ...connection, origin: 'https://other.sympoq.com' })?.code).toBe('other-desk');
    expect(hindranceNow(stopped, { ...connection, hasKey: false })?.code).toBe('no-connection');
    const refused = { ...stopped, failure: { code: 'not-allowed', status: 403 } as const };
    expect(hindranceNow(refused, { ...connection, refused: false })).toEqual(refused.failure);
  });

  test('each way it ends has its word', () => {
    const outcome = { id: '1' as never, ticketId: canonicalId('1'), at: 0 };
    const words = ACTION_KINDS.map((kind) => outcomeWord({ ...outcome, kind, outcome: 'sent' }));
    expect(new Set(words).size).toBe(ACTION_KINDS.length);
    expect(outcomeWord({ ...outcome, kind: 'tag', outcome: 'differs' })).toBe('outboxDiffers');
    expect(outcomeWord({ ...outcome, kind: 'reply', outcome: 'draft' })).toBe('outboxBecameDraft');
    expect(outcomeWord({ kind: 'close', outcome: 'already' })).toBe('outboxClosedAlready');
    expect(outcomeWord({ kind: 'close', outcome: 'already', by: 'Mia Wallner' })).toBe('outboxClosedAlreadyBy');
  });
});

test.each([
  [-10_000, 0, 'second'],
  [-50_000, -1, 'minute'],
  [5 * 60_000, 5, 'minute'],
  [-3 * 3_600_000, -3, 'hour'],
  [36 * 3_600_000, 2, 'day'],
  [-90 * 86_400_000, -3, 'month'],
  [-800 * 86_400_000, -2, 'year'],
])('%i ms away is %i %ss', (gap, value, unit) => {
  const { value: found, unit: foundUnit } = distanceBetween(gap, 0);
  expect([found === 0 ? 0 : found, foundUnit]).toEqual([value, unit]);
});

test('dates with nine digits and an offset are read, other texts are not', () => {
  expect(findInstant('2022-09-13T13:50:47.518036000+02:00')).toBe(Date.parse('2022-09-13T11:50:47.518Z'));
  expect(findInstant('15-Sep-22 17:49')).toBeUndefined();
  expect(findInstant(null)).toBeUndefined();
});

test('a closed ticket is never overdue', () => {
  const deadline = '2022-09-13T12:00:00Z';
  const at = Date.parse(deadline);
  expect(deadlineState({ deadline, status: 2 }, at + 1)).toBe('overdue');
  expect(deadlineState({ deadline, status: 4 }, at + 1)).toBe('past');
  expect(deadlineState({ deadline, status: 2 }, at - 3_600_000)).toBe('near');
  expect(deadlineState({ deadline, status: 2 }, at - 90 * 3_600_000)).toBe('far');
  expect(deadlineState({ deadline: null, status: 2 }, at)).toBe('none');
  expect(deadlineState({ deadline: 'soon', status: 2 }, at)).toBe('unknown');
});

test('only web addresses with a place for the ID lead to the desk', () => {
  const id = canonicalId('09-13-o-tw4');
  expect(findDeskLink('https://acme.sympoq.com/t/{id}', id)).toBe('https://acme.sympoq.com/t/09-13-O-TW4');
  for (const template of ['', 'https://acme.sympoq.com/', 'javascript:alert({id})', '{id}'])
    expect(findDeskLink(template, id)).toBeUndefined();
});

test('long texts show their start, whatever HTML stands before it', () => {
  expect(isLongText('short')).toBe(false);
  expect(isLongText('line\n'.repeat(20))).toBe(true);
  expect(isLongText('line\n'.repeat(6), true)).toBe(true);
  const plain = (html: string) => html.replace(/<style>.*?(<\/style>|$)|<[^>]*(>|$)/g, '');
  const style = `<style>${'p { margin: 0 } '.repeat(5000)}</style>`;
  expect(startOfText(`${style}<p>Its words</p>`, plain)).toBe('Its words');
  expect(startOfText(`${'x'.repeat(3990)}<a href="https://a.example/">${'y'.repeat(200_000)}`, plain)).toBe(
    `${'x'.repeat(3990)}${'y'.repeat(10)}`,
  );
});
