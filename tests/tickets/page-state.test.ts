/** What "On this page" decides from the records of a tab and its frames. */
import { describe, expect, it } from 'vitest';
import { followPage, neighbour, placeOf } from '../../lib/tickets/follow-page.ts';
import { type FrameIds, type PageState, pageState, type TabLook } from '../../lib/tickets/page-state.ts';
import { needsMore, rowsToRead } from '../../lib/tickets/rows-to-read.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

const A = '09-13-O-TW4' as TicketId;
const B = '11-14-3-AS7' as TicketId;
const C = '01-02-C-CC3' as TicketId;
const on: TabLook = { origin: 'https://mail.example.com', state: 'on' };
const done = (...ids: TicketId[]): FrameIds => ({ ids, scan: 'done' });
const some = (...ids: TicketId[]): PageState => ({ kind: 'some', ids, stopped: false });

describe('pageState', () => {
  const cases: [string, TabLook | null, [number, FrameIds][], PageState][] = [
    ['nothing known', null, [], { kind: 'unknown' }],
    ['not allowed', { ...on, state: 'not-allowed' }, [], { kind: 'not-allowed', origin: on.origin }],
    ['switched off', { ...on, state: 'off' }, [[0, done(A)]], { kind: 'off', origin: on.origin }],
    ['a browser page', { origin: null, state: 'browser-page' }, [], { kind: 'browser-page' }],
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
  it('shows the only ticket, the chosen one while it stands there, else the list', () => {
    expect(placeOf(some(A), null)).toEqual({ kind: 'ticket', id: A });
    expect(placeOf(some(A, B), B)).toEqual({ kind: 'ticket', id: B });
    expect(placeOf(some(A, B), C)).toMatchObject({ kind: 'state' });
  });

  it('follows the page while nobody types', () => {
    expect(followPage({ kind: 'ticket', id: A }, some(B), null, false)).toEqual({
      place: { kind: 'ticket', id: B },
      offered: null,
    });
  });

  it('keeps the ticket under a person who types, and offers the new one', () => {
    expect(followPage({ kind: 'ticket', id: A }, some(B), null, true)).toEqual({
      place: { kind: 'ticket', id: A },
      offered: { kind: 'ticket', id: B },
    });
  });

  it('offers a list, but no empty page', () => {
    const shown = { kind: 'ticket', id: A } as const;
    expect(followPage(shown, some(B, C), null, true).offered).toMatchObject({ kind: 'state' });
    expect(followPage(shown, { kind: 'none', stopped: false }, null, true)).toEqual({ place: shown, offered: null });
  });

  it('offers nothing when the page shows the very ticket', () => {
    expect(followPage({ kind: 'ticket', id: A }, some(A), null, true).offered).toBeNull();
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
    expect(neighbour([A, B], C, 1)).toBeNull();
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
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 20, never)).toBe(true);
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 40, never)).toBe(false);
    expect(needsMore(ids, new Set(ids.slice(0, 20)), 20, () => true)).toBe(false);
  });
});
