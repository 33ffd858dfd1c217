/** How a selected text stands in a note, and which of several is meant. */
import { expect, test } from 'vitest';
import { type FrameSelection, findSelection, quote } from '../../lib/tickets/page-selection.ts';

const from = { title: 'Inbox', url: 'https://mail.example.com/1' };

test.each([
  ['one line', { text: 'It is broken', ...from }, '> It is broken\nInbox, https://mail.example.com/1'],
  [
    'lines, an empty one too',
    { text: ' one\r\n\n  two \n', ...from },
    '> one\n>\n> two\nInbox, https://mail.example.com/1',
  ],
  ['no title', { text: 'a', title: ' ', url: from.url }, '> a\nhttps://mail.example.com/1'],
  ['no page that may be named', { text: 'a', title: '', url: '' }, '> a'],
  ['what is a quote already', { text: '> a', title: '', url: '' }, '> > a'],
])('a selection becomes a quote: %s', (_, selection, wanted) => {
  expect(quote(selection)).toBe(wanted);
});

const frame = (text: string, state: Partial<FrameSelection> = {}): FrameSelection => ({
  text,
  hasFocus: false,
  isAround: false,
  ...state,
});

test.each<[string, FrameSelection[], string]>([
  ['nothing anywhere', [frame(''), frame(' \n')], ''],
  ['one', [frame(''), frame('a')], 'a'],
  ['the frame with the focus', [frame('old'), frame('older'), frame('new', { hasFocus: true })], 'new'],
  [
    'the frame that the agent is in, not the page around it',
    [frame('old', { hasFocus: true, isAround: true }), frame('new', { hasFocus: true })],
    'new',
  ],
  ['the panel has the focus by now', [frame('old', { isAround: true }), frame('new')], 'new'],
  [
    'nothing is selected where the agent is',
    [frame('old', { hasFocus: true, isAround: true }), frame('', { hasFocus: true })],
    'old',
  ],
])('of the selections of several frames: %s', (_, frames, wanted) => {
  expect(findSelection(frames)).toBe(wanted);
});
