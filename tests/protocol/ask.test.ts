/** Where the worker goes before it has answered: what only reads, saves a draft, or is submitted under its id, is asked once more, any other write never. */
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askWorker } from '../../lib/protocol/ask.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import type { Submission } from '../../lib/tickets/outbox-entry.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';

const read = () => askWorker('ticket.refresh', { id: canonicalId('09-13-O-TW4'), force: true });
const submit = () => askWorker('action.submit', {} as Submission);
const save = () => askWorker('draft.save', { draft: {} as Draft });
const lost = { ok: false, failure: { code: 'internal' } };

test.each([
  ['said by the browser', () => Promise.reject(new Error('The message channel closed'))],
  ['said by the polyfill', () => Promise.resolve(undefined)],
])('%s', async (_name, goes) => {
  const send = vi.spyOn(browser.runtime, 'sendMessage').mockReset().mockImplementation(goes);
  expect(await askWorker('sites.apply')).toEqual(lost);
  expect(await askWorker('names.readFromDesk')).toEqual(lost);
  expect(send).toHaveBeenCalledTimes(2);
  send.mockClear();
  expect(await read()).toEqual(lost);
  expect(send).toHaveBeenCalledTimes(2);
  send.mockImplementationOnce(goes).mockImplementation(async () => ({ ok: true }));
  expect(await read()).toEqual({ ok: true });
  send.mockImplementationOnce(goes);
  expect(await save()).toEqual({ ok: true });
  send.mockImplementationOnce(goes);
  expect(await submit()).toEqual({ ok: true });
});

test('a failure is an answer', async () => {
  const failure = { ok: false, failure: { code: 'unreachable' } };
  const send = vi
    .spyOn(browser.runtime, 'sendMessage')
    .mockReset()
    .mockImplementation(async () => failure);
  expect(await read()).toEqual(failure);
  expect(send).toHaveBeenCalledTimes(1);
});
