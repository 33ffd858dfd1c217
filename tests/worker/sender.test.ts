/** Who is trusted: sender × origin × frame × path as a table (R6). */
import { describe, expect, test } from 'vitest';
import { findPageAsker, isOwnPage, type Sender } from '../../lib/worker/sender.ts';

const own = { id: 'us', origin: 'chrome-extension://us' };
const panel: Sender = { id: 'us', origin: own.origin, url: `${own.origin}/sidepanel.html` };
const tab = { id: 7, windowId: 1 };
const script: Sender = { id: 'us', origin: 'https://mail.example', url: 'https://mail.example/in', frameId: 0, tab };

const cases: [what: string, sender: Sender, own: boolean, page: boolean][] = [
  ['the real panel', panel, true, false],
  ['the popup', { ...panel, url: `${own.origin}/popup.html` }, true, false],
  ['settings in a tab', { ...panel, url: `${own.origin}/options.html#sites`, frameId: 0, tab }, true, false],
  ['the panel with a query', { ...panel, url: `${own.origin}/sidepanel.html?id=1` }, true, false],
  ['our page framed by a site', { ...panel, frameId: 4, tab }, false, false],
  ['our origin, another path', { ...panel, url: `${own.origin}/other.html` }, false, false],
  ['our origin, a longer path', { ...panel, url: `${own.origin}/sidepanel.html/x` }, false, false],
  ['our origin, no url', { id: 'us', origin: own.origin }, false, false],
  ['no origin', { id: 'us', url: panel.url }, false, false],
  ['no origin, in a tab', { id: 'us', url: panel.url, frameId: 0, tab }, false, false],
  ['an origin that begins like ours', { ...panel, origin: `${own.origin}.evil` }, false, false],
  ['a url that begins like ours', { ...panel, url: `${own.origin}.evil/sidepanel.html` }, false, false],
  ['another extension', { ...panel, id: 'them' }, false, false],
  ['no id', { origin: own.origin, url: panel.url }, false, false],
  ['nothing', {}, false, false],
  ['a content script', script, false, true],
  ['a content script in a frame', { ...script, frameId: 3 }, false, true],
  ['a content script in a sandboxed frame', { ...script, origin: 'null', url: 'about:srcdoc' }, false, true],
  ['a content script without a tab', { ...script, tab: undefined }, false, false],
  ['a content script of another extension', { ...script, id: 'them' }, false, false],
  ['a content script that says our url', { ...script, url: panel.url }, false, false],
];

test.each<[string, Sender, string | null]>([
  ['its own address', script, 'https://mail.example/in'],
  ['about:blank has the origin of the page that made it', { ...script, url: 'about:blank' }, 'https://mail.example'],
  ['a sandboxed frame has none', { ...script, url: 'about:srcdoc', origin: 'null' }, 'null'],
  ['nothing is said', { ...script, url: undefined, origin: undefined }, null],
])('the address of a content script: %s', (_, sender, url) => {
  expect(findPageAsker(sender, own)?.url).toBe(url);
});

describe('who is asking', () => {
  test.each(cases)('%s', (_what, sender, isOwn, isPage) => {
    expect(isOwnPage(sender, own)).toBe(isOwn);
    expect(findPageAsker(sender, own) !== null).toBe(isPage);
  });
});
