/** Which text in a log is the one that was typed. */
import { expect, test } from 'vitest';
import { matchText } from '../../lib/worker/outbox-text.ts';

const typed = 'Hello Houston,\n\nthe problem you reported has been fixed.  Please try it now & tell us.\n\nJoel';

test.each([
  ['the same', typed, 'whole'],
  ['white space made one', typed.replace(/\s+/g, ' '), 'whole'],
  [
    'CRLF, a no-break space, a soft hyphen',
    typed.replace(/\n/g, '\r\n').replace('  ', '\u00a0 ').replace('fixed', 'fi\u00adxed'),
    'whole',
  ],
  ['as HTML', `<p>${typed.replace('&', '&amp;').replace(/\n\n/g, '</p><p>')}</p>`, 'whole'],
  ['as escaped text', typed.replace('&', '&#38;'), 'whole'],
  ['cut, with a mark', 'Hello Houston, the pro…', 'cut'],
  ['cut, with dots', 'Hello Houston, the problem...', 'cut'],
  ['cut at a length', typed.slice(0, 60), 'begun'],
  ['with a signature', `${typed}\n-- \nAcme support`, 'within'],
  ['with a label', `Reply to Houston: ${typed}`, 'within'],
  ['a short beginning without a mark', 'Hello Houston,', 'none'],
  ['another text', 'Hello Houston, we are still looking.', 'none'],
  ['nothing', '', 'none'],
])('%s', (_how, shown, match) => {
  expect(matchText(shown, typed)).toBe(match);
});

test.each([
  ['ok', 'ok', 'whole'],
  ['Reply: ok', 'ok', 'within'],
  ['All is ok', 'ok', 'none'],
  ['a < b and b > c', 'a < b and b > c', 'whole'],
  ['a &lt; b and b &gt; c', 'a < b and b > c', 'whole'],
  ['<b>bold</b> move', 'bold move', 'whole'],
  ['<b>bold</b>', '<b>bold</b>', 'whole'],
  ['é', 'e\u0301', 'whole'],
  ['&#99999999; &bogus;', '&#99999999; &bogus;', 'whole'],
])('%j is shown for %j', (shown, text, match) => {
  expect(matchText(shown, text)).toBe(match);
});

test.each([
  ['a style around', '<style>p { margin: 0 }</style>Please try again.', 'Please try again.', 'whole'],
  ['two scripts within', 'Please <script>a()</script>try <SCRIPT x=1>b()</SCRIPT>again.', 'Please try again.', 'whole'],
  ['a style that is never closed', 'Put <style> into its head', 'Put into its head', 'whole'],
  ['another text after it', 'Put <style> into its head', 'Put <style> into its body', 'none'],
])('HTML with %s', (_what, shown, text, match) => {
  expect(matchText(shown, text)).toBe(match);
});

// With time that grows by the square these take from half a minute to many.
test.each([
  ['<style ', 100_000],
  ['<style>', 200_000],
  ['</script><style>', 100_000],
  ['<a ', 200_000],
  ['\u0301\u0316', 300_000],
  ['&#769;&#790;', 100_000],
])('a crafted text, %j again and again, is judged at once', (piece, times) => {
  const began = performance.now();
  expect(matchText(`a${piece.repeat(times)}`, 'Please try again.')).toBe('none');
  expect(performance.now() - began).toBeLessThan(5_000);
});
