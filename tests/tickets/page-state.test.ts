/** What "On this page" decides from the records of a tab and its frames. */
import { describe, expect, it } from 'vitest';
import { followPage, neighbour, placeOf } from '../../lib/tickets/follow-page.ts';
import { type FrameIds, type PageState, pageState, type TabLook, type TabPage } from '../../lib/tickets/page-state.ts';
import { needsMore, rowsToRead, unreadAfter } from '../../lib/tickets/rows-to-read.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

const A = '09-13-O-TW4' as TicketId;
const B = '11-14-3-AS7' as TicketId;
const C = '01-02-C-CC3' as TicketId;
const on: TabLook = { origin: 'https://mail.example.com', state: 'on' };
const done = (...ids: TicketId[]): FrameIds => ({ ids, scan: 'done' });
const some = (...ids: TicketId[]): PageState => ({ kind: 'some', ids, stopped: false });
/** The same in a tab. */
const page = (...ids: TicketId[]): TabPage => ({ ...some(...ids), tabId: 1, list: 'this tab' });
const otherPage = (...ids: TicketId[]): TabPage => ({ ...some(...ids), tabId: 2, list: 'another tab' });

describe('pageState', () => {
  const cases: [string, TabLook | null, [number, FrameIds][], PageState][] = [
    ['nothing known', null, [], { kind: 'unknown' }],
    ['not allowed', { ...on, state: 'not-allowed' }, [], { kind: 'not-allowed', origin: on.origin }],
    ['not allowed, but a frame of a chosen site in it', { ...on, state: 'not-allowed' }, [[4, done(A, B)]], some(A, B)],
    [
      'not allowed, and no ID',
      { ...on, state: 'not-allowed' },
      [[4, done()]],
      { kind: 'not-allowed', origin: on.origin },
    ],
    ['switched off', { ...on, state: 'off' }, [[0, done(A)]], { kind: 'off', origin: on.origin }],
    ['a browser page', { origin: null, state: 'browser-page' }, [], { kind: 'browser-page' }],
    ['a window without an address, of a chosen site', { origin: null, state: 'browser-page' }, [[0, done(A)]], some(A)],
    ['only when asked', { ...on, state: 'asked' }, [], { kind: 'asked' }],
    ['asked, and it was', { ...on, state: 'asked' }, [[0, done(A)]], some(A)],
    ['no report yet', on, [], { kind: 'looking' }],
    ['still looking', on, [[0, { ids: [], scan: 'looking' }]], { kind: 'looking' }],
    ['looking, but found one', on, [[0, { ids: [A], scan: 'looking' }]], some(A)],
    ['nothing found', on, [[0, done()]], { kind: 'none', stopped: false }],
    ['stopped without one', on, [[0, { ids: [], scan: 'stopped' }]], { kind: 'none', stopped: true }],
    [
      'frames in order, the page first',
      on,
      [
        [7, done(C, A)],
        [0, done(B, A)],
      ],
      some(B, A, C),
    ],
  ];
  it.each(cases)('%s', (_, tab, frames, expected) => {
    expect(pageState(tab, new Map(frames))).toEqual(expected);
  });

  it('shows at most 200 IDs, the page’s own first, and says that there are more', () => {
    const many = Array.from({ length: 300 }, (_, i) => `ID-${i}` as TicketId);
    const frames = (...rest: TicketId[]) =>
      new Map([
        [4, done(...many.slice(25, 200), ...rest)],
        [0, done(...many.slice(0, 25))],
      ]);
    expect(pageState(on, frames())).toEqual({ kind: 'some', ids: many.slice(0, 200), stopped: false });
    expect(pageState(on, frames(...many.slice(200)))).toEqual({ kind: 'some', ids: many.slice(0, 200), stopped: true });
  });
});

describe('followPage', () => {
  const ticket = (id: TicketId, of = page(id)) => ({ kind: 'ticket', id, page: of }) as const;
  const list = (of: TabPage) => ({ kind: 'state', page: of }) as const;

  it('shows the only ticket, the chosen one while it stands there, else the list', () => {
    expect(placeOf(page(A), null)).toEqual(ticket(A));
    expect(placeOf(page(A, B), B)).toEqual(ticket(B, page(A, B)));
    expect(placeOf(page(A, B), C)).toMatchObject({ kind: 'state' });
  });

  it('follows the page while nobody types', () => {
    expect(followPage(ticket(A), page(B), null, 'away')).toEqual({ place: ticket(B), offered: null });
    const other = otherPage(B, C);
    expect(followPage(list(page(A, B)), other, null, 'away')).toEqual({ place: list(other), offered: null });
  });

  it('keeps the ticket under a person who types, and offers the new one', () => {
    expect(followPage(ticket(A), page(B), null, 'typing')).toEqual({ place: ticket(A), offered: ticket(B) });
  });

  it('offers a list, but no empty page', () => {
    const shown = ticket(A);
    const none: TabPage = { kind: 'none', stopped: false, tabId: 1, list: 'this tab' };
    expect(followPage(shown, page(B, C), null, 'typing').offered).toMatchObject({ kind: 'state' });
    expect(followPage(shown, none, null, 'typing')).toEqual({ place: shown, offered: null });
  });

  it('offers nothing when the page shows the very ticket', () => {
    expect(followPage(ticket(A), page(A), null, 'typing').offered).toBeNull();
  });

  it('keeps a list in which someone types from another tab’s list and from a ticket, and offers those', () => {
    const shown = list(page(A, B));
    const other = otherPage(A, B, C);
    expect(followPage(shown, other, null, 'typing')).toEqual({ place: shown, offered: list(other) });
    expect(followPage(shown, otherPage(C), null, 'typing')).toMatchObject({ place: shown, offered: { id: C } });
    expect(followPage(shown, page(C), null, 'typing')).toMatchObject({ place: shown, offered: { id: C } });
  });

  it('lets tickets come and go in a list in which someone types', () => {
    const now = page(C, B);
    expect(followPage(list(page(A, B)), now, null, 'typing')).toEqual({ place: list(now), offered: null });
  });

  it('keeps a chosen ticket while the focus is in it, and offers what the page shows by then', () => {
    const shown = ticket(A, page(A, B));
    const other = page(B, C);
    expect(followPage(shown, other, A, 'there')).toEqual({ place: shown, offered: list(other) });
    expect(followPage(shown, page(C), A, 'there')).toEqual({ place: shown, offered: ticket(C) });
    expect(followPage(shown, page(C, A), A, 'there')).toEqual({ place: ticket(A, page(C, A)), offered: null });
    expect(followPage(shown, other, A, 'away')).toEqual({ place: list(other), offered: null });
  });

  it('follows where the focus is in a ticket that nobody chose, in a list, and in another tab’s ticket', () => {
    expect(followPage(ticket(A), page(B), null, 'there').place).toEqual(ticket(B));
    const other = otherPage(B, C);
    expect(followPage(list(page(A, B)), other, null, 'there').place).toEqual(list(other));
    expect(followPage(ticket(A, page(A, B)), other, C, 'there').place).toEqual(ticket(C, other));
  });

  it('does not keep words: nothing is typed in them', () => {
    const words = list({ kind: 'looking', tabId: 1, list: 'this tab' });
    expect(followPage(words, page(A), null, 'typing')).toEqual({ place: ticket(A), offered: null });
  });
});

describe('neighbour', () => {
  it.each([
    [A, 1, B],
    [C, 1, A],
    [A, -1, C],
  ] as const)('of %s by %i is %s', (id, step, expected) => {
    expect(neighbour([A, B, C], id, step)).toBe(expected);
  });

  it('is none where there is no other', () => {
    expect(neighbour([A], A, 1)).toBeNull();
    expect(neighbour([], A, 1)).toBeNull();
  });

  it('of a ticket that stands there no longer is the first or the last', () => {
    expect(neighbour([A, B], C, 1)).toBe(A);
    expect(neighbour([A, B], C, -1)).toBe(B);
  });
});

describe('rowsToRead', () => {
  const ids = Array.from({ length: 50 }, (_, i) => `ID-${i}` as TicketId);
  const never = () => false;

  it('reads 20 seen rows at most', () => {
    expect(rowsToRead({ seen: ids, asked: new Set(), budget: 20, isFresh: never })).toEqual(ids.slice(0, 20));
  });

  it('reads no row twice, no fresh one, none over the budget', () => {
    const asked = new Set(ids.slice(0, 18));
    expect(rowsToRead({ seen: ids, asked, budget: 20, isFresh: (id) => id === 'ID-18' })).toEqual(['ID-19', 'ID-20']);
    expect(rowsToRead({ seen: ids, asked, budget: 18, isFresh: never })).toEqual([]);
  });

  it('needs `Load more` when the budget is spent and rows are unknown', () => {
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 20, never, never)).toBe(true);
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 40, never, never)).toBe(false);
    const isFirst = (id: TicketId) => id === ids[0];
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 40, never, isFirst), 'its record went').toBe(true);
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 20, () => true, never)).toBe(false);
  });
});

it('why a row could not be read is known until it is asked for again', () => {
  const failure = { code: 'not-found' } as const;
  const before = new Map([
    [A, failure],
    [B, failure],
  ]);
  expect([...unreadAfter(before, [B, C], [{ id: C, failure }]).keys()]).toEqual([A, C]);
});
