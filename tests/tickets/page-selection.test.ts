/** How a selected text stands in a note. */
import { expect, test } from 'vitest';
import { quote } from '../../lib/tickets/page-selection.ts';

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
