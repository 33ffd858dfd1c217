/** Sites as people write them, and which pages they stand for. */
import { describe, expect, test } from 'vitest';
import {
  chooseSite,
  chosenPatterns,
  offPatterns,
  parseSite,
  patternHits,
  SITE_PRESETS,
  siteName,
} from '../../lib/tickets/site-pattern.ts';

test.each([
  ['mail.google.com', 'https://mail.google.com/*'],
  [' Mail.Google.com ', 'https://mail.google.com/*'],
  ['https://mail.google.com/mail/u/0/#inbox', 'https://mail.google.com/*'],
  ['https://desk.example:8443/a', 'https://desk.example/*'],
  ['http://intranet', 'http://intranet/*'],
  ['*.hubspot.com', 'https://*.hubspot.com/*'],
  ['*://*.example.com/*', '*://*.example.com/*'],
  ['bücher.example', 'https://xn--bcher-kva.example/*'],
  ['127.0.0.1', 'https://127.0.0.1/*'],
])('%s is %s', (text, pattern) => {
  expect(parseSite(text)).toBe(pattern);
});

test.each([
  '',
  '*',
  '*.*',
  'a b',
  'ftp://example.com',
  'file:///x',
  'https://',
  'user@example.com',
  'a.*.com',
  '<all_urls>',
  '-x.com',
])('%s is no site', (text) => {
  expect(parseSite(text)).toBeUndefined();
});

test('every preset is a pattern as we write them ourselves', () => {
  for (const { patterns } of SITE_PRESETS) for (const pattern of patterns) expect(parseSite(pattern)).toBe(pattern);
});

test('a site is shown as people say it', () => {
  expect(siteName('https://*.hubspot.com/*')).toBe('*.hubspot.com');
  expect(siteName('http://intranet/*')).toBe('http://intranet');
});

describe('patternHits', () => {
  test.each([
    ['https://*.example.com/*', 'https://example.com', true],
    ['https://*.example.com/*', 'https://a.b.example.com', true],
    ['https://*.example.com/*', 'https://badexample.com', false],
    ['https://example.com/*', 'https://www.example.com', false],
    ['https://example.com/*', 'https://example.com:8443', true],
    ['https://example.com/*', 'http://example.com', false],
    ['*://example.com/*', 'http://example.com', true],
    ['https://*/*', 'https://anything.example', true],
    ['https://*/*', 'null', false],
    ['https://*/*', 'chrome-extension://abc', false],
  ])('%s and %s: %s', (pattern, origin, hits) => {
    expect(patternHits(pattern, origin)).toBe(hits);
  });
});

describe('chooseSite', () => {
  const off = ['https://bank.example'];
  test.each([
    ['every', [], 'https://mail.example', 'chosen'],
    ['every', [], 'https://bank.example', 'off'],
    ['every', [], 'https://bank.example:444', 'off'],
    ['these', ['https://mail.example/*'], 'https://mail.example', 'chosen'],
    ['these', ['https://mail.example/*'], 'https://other.example', 'unlisted'],
    ['these', ['https://bank.example/*'], 'https://bank.example', 'off'],
    ['asked', ['https://mail.example/*'], 'https://mail.example', 'asked'],
    ['asked', [], 'https://bank.example', 'off'],
  ] as const)('%s %s %s: %s', (where, sites, origin, choice) => {
    expect(chooseSite({ where, sites: [...sites], offSites: off }, origin)).toBe(choice);
  });
});

test('what is registered: the chosen patterns, less what is off; nothing when only asked', () => {
  const where = { sites: ['https://a.example/*', 'https://a.example/*'], offSites: ['https://b.example:8443', 'null'] };
  expect(chosenPatterns({ ...where, where: 'every' })).toEqual(['https://*/*', 'http://*/*']);
  expect(chosenPatterns({ ...where, where: 'these' })).toEqual(['https://a.example/*']);
  expect(chosenPatterns({ ...where, where: 'asked' })).toEqual([]);
  expect(offPatterns({ ...where, where: 'every' })).toEqual(['https://b.example/*']);
});
