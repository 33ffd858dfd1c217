/** Tests what composers decide: checks, canned replies, tags, deadlines, time in front, the outcome line. */
import { describe, expect, test } from 'vitest';
import { fillingsOf, fillReply, findUnfilled } from '../../lib/tickets/canned-reply.ts';
import { compileForms } from '../../lib/tickets/compile.ts';
import { deadlinePicks } from '../../lib/tickets/deadline-picks.ts';
import { checkDraft, type Filled } from '../../lib/tickets/draft-check.ts';
import { frontMinutes, IDLE_MS, noteGone, noteSign, startFrontTime } from '../../lib/tickets/front-time.ts';
import { NO_NAMES, withName } from '../../lib/tickets/names.ts';
import { otherIds } from '../../lib/tickets/other-ids.ts';
import { bulkParts, outcomeParts } from '../../lib/tickets/outcome-line.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import { suggestTags, tagChanges } from '../../lib/tickets/tag-changes.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { makeTicket } from '../support/make-ticket.ts';

const names = withName(NO_NAMES, 'agents', 10, { name: 'Joel Mercury', from: 'desk' });
const around = { names, zone: 'Europe/Vienna', tags: ['Help'] };
const reply = { text: 'Hello', andClose: false, markSolution: false, autoAssign: false, minutes: '' };
const check = (filled: Filled) => checkDraft(filled, around);

describe('checks', () => {
  test('a reply carries only what was chosen', () => {
    expect(check({ kind: 'reply', fields: reply })).toEqual({ ok: true, action: { kind: 'reply', reply: 'Hello' } });
    const all = { ...reply, andClose: true, markSolution: true, autoAssign: true, minutes: '7' };
    expect(check({ kind: 'reply', fields: all })).toEqual({
      ok: true,
      action: { kind: 'reply', reply: 'Hello', andClose: true, markSolution: true, autoAssign: true, minutes: 7 },
    });
  });

  test.each(['1.5', '-1', 'x', '10000', '1e3'])('%s minutes are refused', (minutes) => {
    expect(check({ kind: 'reply', fields: { ...reply, minutes } })).toMatchObject({
      ok: false,
      problems: { minutes: {} },
    });
  });

  test('0 minutes are minutes', () => {
    expect(check({ kind: 'note', fields: { text: 'x', status: 2, minutes: '0' } })).toEqual({
      ok: true,
      action: { kind: 'note', note: 'x', status: 2, minutes: 0 },
    });
  });

  test('an unfilled placeholder stops the reply', () => {
    const problems = { text: { key: 'composerUnfilled', fill: '{{what}}' } };
    expect(check({ kind: 'reply', fields: { ...reply, text: 'We did {{what}}.' } })).toEqual({ ok: false, problems });
  });

  test('a name or a number makes the assignee; the deadline is read in the zone of the desk', () => {
    const fields = { assignee: 'joel mercury', deadline: '2026-07-01T17:00', minutes: '' };
    expect(check({ kind: 'assign', fields })).toEqual({
      ok: true,
      action: { kind: 'assign', assignee: 10, deadline: '2026-07-01T15:00:00.000Z' },
    });
    expect(check({ kind: 'assign', fields: { ...fields, assignee: 'Nobody' } })).toMatchObject({
      problems: { assignee: { key: 'composerUnknownAgent' } },
    });
    expect(check({ kind: 'assign', fields: { ...fields, deadline: '2026-03-29T02:30' } })).toMatchObject({
      problems: { deadline: { key: 'composerBadDeadline' } },
    });
  });

  test('what is so already is not sent, unless something else comes with it', () => {
    const present = { ...makeTicket(), assignee: 10, queue: 1, deadline: '2026-07-01T15:00:00Z' };
    const checkSo = (filled: Filled) => checkDraft(filled, { ...around, present });
    const move = { queue: '1', unassign: false, minutes: '' };
    expect(checkSo({ kind: 'move', fields: move })).toEqual({
      ok: false,
      problems: { queue: { key: 'composerSameQueue' } },
    });
    expect(check({ kind: 'move', fields: move }).ok).toBe(true);
    for (const more of [{ queue: '2' }, { unassign: true }, { minutes: '5' }])
      expect(checkSo({ kind: 'move', fields: { ...move, ...more } }).ok).toBe(true);
    expect(checkSo({ kind: 'move', fields: { ...move, minutes: 'x' } })).toEqual({
      ok: false,
      problems: { minutes: { key: 'composerBadMinutes' } },
    });

    const assign = { assignee: 'Joel Mercury', deadline: '', minutes: '' };
    const same = { ok: false, problems: { assignee: { key: 'composerSameAssignee' } } };
    expect(checkSo({ kind: 'assign', fields: assign })).toEqual(same);
    expect(checkSo({ kind: 'assign', fields: { ...assign, deadline: '2026-07-01T17:00' } })).toEqual(same);
    for (const more of [{ assignee: '7' }, { deadline: '2026-07-02T17:00' }, { minutes: '5' }])
      expect(checkSo({ kind: 'assign', fields: { ...assign, ...more } }).ok).toBe(true);
  });

  test('tags without a change are not sent; what stands in the field counts', () => {
    expect(check({ kind: 'tag', fields: { tags: ['Help'], adding: '' } })).toMatchObject({ ok: false });
    expect(check({ kind: 'tag', fields: { tags: ['Help'], adding: 'New one' } })).toEqual({
      ok: true,
      action: { kind: 'tag', tags: ['Help', 'New one'] },
    });
  });

  test.each(['one, two', ' ', 'x'.repeat(201)])(
    'a tag that cannot be sent (%j) is named; without it tags can be',
    (bad) => {
      const checkThese = (tags: string[]) =>
        checkDraft(
          { kind: 'tag', fields: { tags, adding: 'New' } },
          { names: NO_NAMES, zone: 'UTC', tags: ['Help', bad] },
        );
      const problem = { key: 'composerUnsayableTag', fill: bad.slice(0, 60) };
      expect(checkThese(['Help', bad])).toEqual({ ok: false, problems: { tags: problem } });
      const { ok } = checkThese(['Help']);
      expect(ok).toBe(true);
    },
  );
});

test('canned replies are filled where a value is known', () => {
  const fillings = fillingsOf(makeTicket(), '09-13-O-TW4', '');
  const text = fillReply('Hi {{ Customer.Name }}, {{ticket.id}} {{agent.name}}', fillings);
  expect(text).toBe('Hi Houston Brooks, 09-13-O-TW4 {{agent.name}}');
  expect(findUnfilled(text)).toBe('{{agent.name}}');
  expect(findUnfilled('{ } {{}} done')).toBeUndefined();
});

test('tag changes and suggestions', () => {
  expect(tagChanges(['a', 'b'], ['A', 'c'], 'd, ,d')).toEqual({
    wished: ['A', 'c', 'd'],
    added: ['c', 'd'],
    removed: ['b'],
  });
  expect(suggestTags([['x', 'y'], ['y'], ['z']], ['z'])).toEqual(['y', 'x']);
});

test('deadline picks stand in the zone of the desk and ahead of now', () => {
  const evening = Date.parse('2026-07-01T16:30:00Z');
  expect(deadlinePicks(evening, 'Europe/Vienna').map(({ value }) => value)).toEqual([
    '2026-07-02T17:00',
    '2026-07-04T17:00',
    '2026-07-06T09:00',
  ]);
  expect(deadlinePicks(evening, 'America/New_York')[0]).toEqual({
    word: 'composerPickToday',
    value: '2026-07-01T17:00',
  });
});

test('time in front counts up to the idle limit and not out of sight', () => {
  let time = noteSign(startFrontTime(0), 0);
  time = noteSign(time, 60_000);
  time = noteGone(time, 10 * 60_000);
  expect(time.totalMs).toBe(60_000 + IDLE_MS);
  expect(noteSign(time, 60 * 60_000).totalMs).toBe(60_000 + IDLE_MS);
  expect(frontMinutes(startFrontTime(0), 5000)).toBe(1);
});

test('other tickets in a reply are found', () => {
  const forms = compileForms(DEFAULT_SETTINGS.forms);
  expect(otherIds('09-13-O-TW4 and 11-14-3-AS7, 11-14-3-AS7', canonicalId('09-13-O-TW4'), forms)).toEqual([
    '11-14-3-AS7',
  ]);
});

test('the outcome line says what will happen', () => {
  const words = {
    statusWord: () => 'Working',
    queueName: () => 'Sales',
    typed: (_kind: string, name: string) => ({ number: name === 'Sales' ? 1 : 2, name }),
    deadlineText: (local: string) => local,
  };
  const ticket = makeTicket({ assignee: null, queue: 1 });
  const fields = { ...reply, andClose: true, autoAssign: true, minutes: '12' };
  expect(outcomeParts({ kind: 'reply', fields }, ticket, words)).toEqual([
    { key: 'composerOutcomeReply' },
    { key: 'composerOutcomeClose' },
    { key: 'composerOutcomeTake' },
    { plural: 'composerOutcomeMinutes', count: 12 },
  ]);
  expect(
    outcomeParts({ kind: 'move', fields: { queue: 'Billing', unassign: true, minutes: '' } }, ticket, words),
  ).toEqual([{ key: 'composerOutcomeMove', fills: ['Sales', 'Billing'] }, { key: 'composerOutcomeUnassign' }]);
  const staying = { queue: 'Sales', unassign: false, minutes: '' };
  expect(outcomeParts({ kind: 'move', fields: staying }, ticket, words)).toEqual([]);
  expect(outcomeParts({ kind: 'move', fields: { ...staying, unassign: true } }, ticket, words)).toEqual([
    { key: 'composerOutcomeUnassign' },
  ]);
  const kept = { assignee: 'Sales', deadline: '2026-07-01T17:00', minutes: '' };
  expect(outcomeParts({ kind: 'assign', fields: kept }, { ...ticket, assignee: 1 }, words)).toEqual([
    { key: 'composerOutcomeDeadline', fills: ['2026-07-01T17:00'] },
  ]);
});

test('above the button of a bulk stands what each ticket gets and loses, with what is still in the field', () => {
  const fields = { add: ['Urgent'], adding: ' callback, urgent', remove: ['Old', 'Callback'] };
  expect(bulkParts({ kind: 'tag', fields })).toEqual([
    { key: 'composerOutcomeAdds', fills: ['urgent, callback'] },
    { key: 'composerOutcomeRemoves', fills: ['Old'] },
  ]);
  expect(bulkParts({ kind: 'tag', fields: { add: [], adding: '', remove: [] } })).toEqual([]);
  expect(bulkParts({ kind: 'close', fields: {} })).toEqual([]);
});
