/** What the ticket and its log say about an action: arrived or not, once or twice, as asked or otherwise. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../lib/tickets/actions.ts';
import type { LogEntry, Ticket } from '../../lib/tickets/ticket.ts';
import { beforeOf, judge, type Us } from '../../lib/worker/outbox-evidence.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';

const us: Us = { names: ['Joel Mercury'], isSure: true };
const nobody: Us = { names: [], isSure: false };
const text = 'The problem you reported has been fixed. Please try now.';
const reply: Action = { kind: 'reply', reply: text };
let second = 0;

function line(appliedBy: string | null, description: string | null, action = 'Replied'): LogEntry {
  second++;
  return makeEntry({
    appliedBy,
    description,
    action,
    date: new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString(),
  });
}

const old = [line('Joel Mercury', text), line('Houston Brooks', 'It is broken', 'Created')];
const ticket = makeTicket({ log: old, assignee: 1, tags: ['One'] });

interface Case {
  action?: Action;
  news?: LogEntry[];
  change?: Partial<Ticket>;
  who?: Us;
  confirmed?: boolean;
}

function look({ action = reply, news = [], change = {}, who = us, confirmed = false }: Case) {
  const after = { ...ticket, ...change, log: [...news, ...old] };
  return judge(action, beforeOf(ticket, 1), after, who, confirmed);
}

describe('a text', () => {
  test.each<[string, Case, 'no' | 'once' | 'twice']>([
    ['is not there: the same text from before does not count', {}, 'no'],
    ['is there', { news: [line('Joel Mercury', text)] }, 'once'],
    ['is there twice', { news: [line('Joel Mercury', text), line('Joel Mercury', text)] }, 'twice'],
    ['is there with the date of an older one', { news: [old[0] as LogEntry] }, 'once'],
    [
      'is there as reply and as solution',
      { news: [line('Joel Mercury', text), line('Joel Mercury', text, 'Solution')] },
      'once',
    ],
    [
      'is there, and in a notice of the desk',
      { news: [line(null, `RE: ${text}`, 'Notified'), line('Joel Mercury', text)] },
      'once',
    ],
    ['is there by nobody', { news: [line(null, text)] }, 'once'],
    [
      'stands in notices to two people only',
      { news: [line(null, `Houston Brooks: ${text}`, 'Notified'), line(null, `Mia Wallner: ${text}`, 'Notified')] },
      'once',
    ],
    [
      'stands in two notices to one person only',
      { news: [line(null, `Houston Brooks: ${text}`, 'Notified'), line(null, `Houston Brooks: ${text}`, 'Notified')] },
      'twice',
    ],
    ['is there by another agent while our name is sure', { news: [line('Mia Wallner', text)] }, 'no'],
    ['is there by an agent while our name is not known', { news: [line('Mia Wallner', text)], who: nobody }, 'once'],
    [
      'is there by a name that is not ours, and the desk said yes',
      { news: [line('J. Mercury', text)], confirmed: true },
      'once',
    ],
    ['is quoted by the customer', { news: [line('Houston Brooks', `> ${text} Thanks!`)], who: nobody }, 'no'],
    [
      'is there and quoted by the customer',
      { news: [line('Houston Brooks', text), line('Joel Mercury', text)], who: nobody },
      'once',
    ],
    [
      'is there, and part of a longer one',
      { news: [line('Joel Mercury', `${text} Bye.`), line('Joel Mercury', text)] },
      'once',
    ],
  ])('%s', (_what, seen, arrived) => {
    expect(look(seen).arrived).toBe(arrived);
  });

  test('teaches our name and what else we did', () => {
    const closed = line('Joel Mercury', 'Closed', 'Closed');
    const evidence = look({ news: [line('Mia Wallner', 'x'), closed, line('Joel Mercury', text)], who: nobody });
    expect(evidence.by).toBe('Joel Mercury');
    expect(evidence.keys).toHaveLength(2);
  });

  test('closed as asked, or not', () => {
    const action: Action = { kind: 'reply', reply: text, andClose: true };
    const news = [line('Joel Mercury', text)];
    expect(look({ action, news, change: { status: 4 } }).differs).toBe(false);
    expect(look({ action, news }).differs).toBe(true);
  });
});

describe('what sets a value', () => {
  const assign: Action = { kind: 'assign', assignee: 10 };
  const tag: Action = { kind: 'tag', tags: ['One', 'Two'] };
  const drop: Action = { kind: 'tag', tags: ['Two'] };
  const move: Action = { kind: 'move', queue: 2, unassign: true };
  const due: Action = { kind: 'assign', assignee: 10, deadline: '2026-01-09T12:00:00Z' };
  const joel = () => line('Joel Mercury', 'Joel Mercury', 'Assigned');
  const closed = () => line('Joel Mercury', null, 'Closed');
  const tagged = () => line('Joel Mercury', 'One, Two', 'Tagged');
  const mias = (tags: string) => line('Mia Wallner', tags, 'Tagged');

  test.each<[string, Case, 'no' | 'once' | 'twice', boolean]>([
    ['assign, not there', { action: assign }, 'no', false],
    ['assign, there', { action: assign, change: { assignee: 10 } }, 'once', false],
    ['assign, logged twice', { action: assign, change: { assignee: 10 }, news: [joel(), joel()] }, 'twice', false],
    [
      'assign with deadline, as asked',
      { action: due, change: { assignee: 10, deadline: '2026-01-09T14:00:00+02:00' } },
      'once',
      false,
    ],
    [
      'assign with another deadline',
      { action: due, change: { assignee: 10, deadline: '2026-01-09T14:00:00Z' } },
      'once',
      true,
    ],
    ['tags as asked, in another order', { action: tag, change: { tags: ['two', 'One'] } }, 'once', false],
    ['tags added where they should replace', { action: drop, change: { tags: ['One', 'Two'] } }, 'once', true],
    ['tags not there', { action: tag }, 'no', false],
    [
      'tags logged twice, then changed by another person, and the desk said yes',
      { action: tag, change: { tags: ['Three'] }, news: [mias('Three'), tagged(), tagged()], confirmed: true },
      'twice',
      false,
    ],
    [
      'tags logged once, then changed by another person, and the desk said yes',
      { action: tag, change: { tags: ['Three'] }, news: [mias('Three'), tagged()], confirmed: true },
      'no',
      false,
    ],
    ['move', { action: move, change: { queue: 2, assignee: null } }, 'once', false],
    ['move, still assigned', { action: move, change: { queue: 2 } }, 'once', true],
    ['close', { action: { kind: 'close' }, change: { status: 4 } }, 'once', false],
    [
      'close, logged twice',
      { action: { kind: 'close' }, change: { status: 4 }, news: [closed(), closed()] },
      'twice',
      false,
    ],
    ['close, not there', { action: { kind: 'close' }, news: [line('Mia Wallner', 'x')] }, 'no', false],
  ])('%s', (_what, seen, arrived, differs) => {
    expect(look(seen)).toMatchObject({ arrived, differs });
  });

  const booking: Action = { kind: 'assign', assignee: 1, minutes: 15 };
  const taking: Action = { ...assign, minutes: 15 };
  const mia = line('Mia Wallner', 'Joel Mercury', 'Assigned');
  test.each<[string, Case, 'no' | 'once']>([
    ['it was so before, and no minutes moved', { action: booking }, 'no'],
    ['it was so before, no minutes to book', { action: { ...booking, minutes: 0 } }, 'once'],
    ['it was so before, and the desk said yes', { action: booking, confirmed: true }, 'once'],
    ['it was so before, and the minutes moved', { action: booking, change: { minutes: 25 } }, 'once'],
    [
      'it was so before, and an entry by us carries the minutes',
      { action: booking, news: [{ ...joel(), billable: 15 }] },
      'once',
    ],
    ['it was so before, and an entry by us carries none', { action: booking, news: [joel()] }, 'no'],
    ['it changed, by nobody else', { action: taking, change: { assignee: 10 } }, 'once'],
    ['another person changed it', { action: taking, change: { assignee: 10 }, news: [mia] }, 'no'],
    [
      'somebody changed it while our name is not known',
      { action: taking, change: { assignee: 10 }, news: [mia], who: nobody },
      'no',
    ],
    ['moved to the queue where it was', { action: { kind: 'move', queue: 1, minutes: 15 } }, 'no'],
  ])('with minutes: %s', (_what, seen, arrived) => {
    expect(look(seen).arrived).toBe(arrived);
  });

  test('a ticket that was so before proves nothing new', () => {
    expect(look({ action: { kind: 'assign', assignee: 1 } })).toMatchObject({ arrived: 'once', isChange: false });
  });
});

const named: Us = { names: ['Joel Mercury'], isSure: false };
const assigning: Action = { kind: 'assign', assignee: 10 };
const dropping: Action = { kind: 'tag', tags: ['Two'] };
const later = { responded: '2026-01-02T00:00:00Z' };
test.each<[string, Case, boolean]>([
  ['nothing changed', { who: named }, false],
  ['the time of change moved, as by a notice', { who: named, change: { updated: '2026-01-02T00:00:00Z' } }, false],
  ['the ticket was responded to', { who: named, change: later }, true],
  [
    'the ticket was responded to by another agent',
    { who: named, change: later, news: [line('Mia Wallner', 'x')] },
    false,
  ],
  [
    'only a phrase of the desk under our name',
    { who: named, news: [line('Joel Mercury', 'Reply sent'), line('Mia Wallner', 'x')] },
    false,
  ],
  [
    'another text under our name',
    { who: named, news: [line('Joel Mercury', 'Quite another text, of some length')], change: later },
    false,
  ],
  [
    'a log that has shown our texts before',
    { who: us, news: [line('Joel Mercury', 'Reply sent')], change: later },
    false,
  ],
  [
    'an assignment that left another',
    { who: us, action: assigning, news: [line('Joel Mercury', 'Mia Wallner', 'Assigned')] },
    false,
  ],
  ['tags that were added', { who: us, action: dropping, news: [line('Joel Mercury', 'One, Two', 'Tagged')] }, true],
  ['other tags', { who: us, action: dropping, news: [line('Joel Mercury', 'One, Three', 'Tagged')] }, false],
  ['an assignment that left nothing', { who: us, action: assigning, change: later }, false],
])('trace: %s', (_what, seen, hasTrace) => {
  expect(look(seen).hasTrace).toBe(hasTrace);
});

describe('who took it', () => {
  const taking: Action = { ...reply, autoAssign: true };
  const unassigned = makeTicket({ log: old, assignee: null });
  const ours = () => line('Joel Mercury', text);
  test.each<[string, LogEntry[], string | undefined]>([
    ['we, as far as anything tells', [ours()], '10'],
    ['we, by the log', [line('Joel Mercury', 'Joel Mercury', 'Assigned'), ours()], '10'],
    ['a rule of the desk gave it to another', [line(null, 'Mia Wallner', 'Assigned'), ours()], undefined],
    ['another gave it away', [line('Boss', 'Mia Wallner', 'Assigned'), ours()], undefined],
    ['another wrote meanwhile', [line('Mia Wallner', 'I take it', 'Note'), ours()], undefined],
  ])('%s', (_what, news, assignee) => {
    const after = { ...unassigned, assignee: 10, log: [...news, ...old] };
    expect(judge(taking, beforeOf(unassigned, 1), after, us, true)).toMatchObject({ arrived: 'once' });
    expect(judge(taking, beforeOf(unassigned, 1), after, us, true).values.assignee).toBe(assignee);
  });
});
