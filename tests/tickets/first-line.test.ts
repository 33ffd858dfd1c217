/** The line of a description that stands in a row. */
import { expect, it } from 'vitest';
import { firstLine } from '../../lib/tickets/first-line.ts';

it.each([
  [null, null],
  ['', null],
  ['\n  \n', null],
  ['One line', 'One line'],
  ['\n\nAfter  blank\tlines\nmore', 'After blank lines'],
  ['Dear support team,\n\nthe export stops.', 'the export stops.'],
  ['Guten Tag,', 'Guten Tag,'],
  ['Hi there!\nIt broke', 'It broke'],
  ['<html><HEAD><title>Mail</title></head ><body>The logo', 'The logo'],
  ['The logo <style>p { margin: 0 }\ntable {', 'The logo'],
  ['<header>The logo</header>', 'The logo'],
  ['<p>Hello,</p><p>the <b>logo</b> is gone</p>', 'the logo is gone'],
])('of %j is %j', (description, line) => {
  expect(firstLine(description)).toBe(line);
});

it('is at most 200 characters', () => {
  expect(firstLine('x'.repeat(500))).toHaveLength(200);
});

it('is none of a long style', () => {
  expect(firstLine(`<style>${'p { margin: 0 }\n'.repeat(400)}</style>\n<p>The logo</p>`)).toBe('The logo');
});
