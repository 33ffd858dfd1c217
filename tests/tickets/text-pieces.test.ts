/** Tests that ticket text becomes plain lines, safe links and IDs, and never anything that runs. */
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { compileForms } from '../../lib/tickets/compile.ts';
import { type InertParser, plainText } from '../../lib/tickets/plain-text.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import { findAttachmentLink, textPieces } from '../../lib/tickets/text-pieces.ts';

const forms = compileForms(DEFAULT_SETTINGS.forms);
const parser = () =>
  ({
    parseFromString: (html: string) => parseHTML(`<html><body>${html}</body></html>`).document,
  }) as unknown as InertParser;
const plain = (text: string) => plainText(text, parser);

test('plain text keeps its lines', () => {
  expect(plain('Hello\r\n\r\n\r\n\r\nTwo < three\n')).toBe('Hello\n\nTwo < three');
});

test('mail HTML becomes lines, without scripts and styles', () => {
  const html =
    '<style>p{}</style><p>Hello <b>you</b></p><script>alert(1)</script><ul><li>one</li><li>two</li></ul>a<br>b';
  expect(plain(html)).toBe('Hello you\n\n• one\n• two\na\nb');
});

test('a link whose words hide its address shows it', () => {
  expect(plain('<a href="https://evil.example/x">your bank</a>')).toBe('your bank <https://evil.example/x>');
  expect(plain('<a href="javascript:alert(1)">x</a> <br>')).toBe('x');
});

test('entities in plain text are read', () => {
  expect(plain('R&amp;D &lt;b&gt;')).toBe('R&D <b>');
});

test('links and IDs are found, sentence marks stay outside', () => {
  const pieces = textPieces('See https://a.example/x?y=1, [09-13-O-TW4] or ask jo@b.example.', forms);
  expect(pieces).toEqual([
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1', host: null },
    { kind: 'text', text: ', [' },
    { kind: 'ticket', text: '09-13-O-TW4', id: '09-13-O-TW4' },
    { kind: 'text', text: '] or ask ' },
    { kind: 'link', text: 'jo@b.example', href: 'mailto:jo@b.example', host: null },
    { kind: 'text', text: '.' },
  ]);
});

test.each([
  ['https://bank.example@evil.example/', 'evil.example'],
  ['https://xn--pple-43d.com/', null],
  ['https://аpple.com/', 'xn--pple-43d.com'],
])('%s says where it leads', (text, host) => {
  expect(textPieces(text, forms)[0]).toMatchObject({ kind: 'link', host });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.example/'])(
  '%s is no link',
  (text) => {
    expect(textPieces(text, forms).every((piece) => piece.kind === 'text')).toBe(true);
  },
);

test('only https attachments become links', () => {
  expect(findAttachmentLink('https://a.example/f?token=1')).toBe('https://a.example/f?token=1');
  expect(findAttachmentLink('http://a.example/f')).toBeUndefined();
  expect(findAttachmentLink('javascript:alert(1)')).toBeUndefined();
  expect(findAttachmentLink(null)).toBeUndefined();
});

test('a long hostile text takes linear time', () => {
  const started = performance.now();
  textPieces('a.'.repeat(100_000), forms);
  textPieces('https://'.repeat(20_000), forms);
  expect(performance.now() - started).toBeLessThan(1500);
});
