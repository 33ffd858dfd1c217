/** Every failure has words and a next step, and what is copied tells nothing secret. */
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../lib/tickets/failure.ts';
import { failureDetails, failureWords } from '../../lib/tickets/failure-words.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

const around = { online: true, now: 1000, timeOfDay: () => '10:42' };

describe('failureWords', () => {
  it.each(FAILURE_CODES)('has words for %s', (code) => {
    const words = failureWords({ code }, around);
    expect(messages[words.title].message.length).toBeGreaterThan(5);
    expect(messages[words.body].message.length).toBeGreaterThan(10);
  });

  it('says until when the desk rests, and offers no retry before', () => {
    const resting = failureWords({ code: 'resting', until: 2000 }, around);
    expect(resting).toMatchObject({ title: 'failureResting', titleFill: '10:42', step: 'none' });
  });

  it('offers a retry when the rest is over', () => {
    expect(failureWords({ code: 'resting', until: 999 }, around).step).toBe('retry');
  });

  it('believes no rest that is longer than any: the clock was put back', () => {
    expect(failureWords({ code: 'resting', until: around.now + 3_600_000 }, around).step).toBe('retry');
  });

  it('words an unreachable desk by whether the browser is offline', () => {
    expect(failureWords({ code: 'unreachable' }, around).title).toBe('failureUnreachable');
    expect(failureWords({ code: 'unreachable' }, { ...around, online: false }).title).toBe('failureOffline');
  });

  it('says that what is shown was read before only where it was', () => {
    const offline = { ...around, online: false };
    expect(failureWords({ code: 'unreachable' }, offline).body).toBe('failureOfflineNext');
    expect(failureWords({ code: 'unreachable' }, { ...offline, hasRead: false }).body).toBe('failureOfflineUnread');
    expect(failureWords({ code: 'unreachable' }, { ...offline, hasRead: true }).body).toBe('failureOfflineShown');
  });

  it('tells to narrow the filter only of a list; one ticket can be tried again', () => {
    const ticket = failureWords({ code: 'too-large' }, around);
    expect(ticket).toMatchObject({ body: 'failureTicketTooLargeNext', step: 'retry' });
    const list = failureWords({ code: 'too-large' }, { ...around, isList: true });
    expect(list).toMatchObject({ body: 'failureTooLargeNext', step: 'none' });
  });

  it('leads to the settings where they are the cure', () => {
    for (const code of ['no-connection', 'key-refused', 'redirected', 'no-permission'] as const)
      expect(failureWords({ code }, around).step).toBe('settings');
  });

  it('names the status and the field where they are known', () => {
    expect(failureWords({ code: 'desk-error', status: 502 }, around).bodyFill).toBe('502');
    expect(failureWords({ code: 'rejected', field: 'deadline' }, around).bodyFill).toBe('deadline');
  });
});

describe('failureDetails', () => {
  it('holds code, status, field and time', () => {
    const text = failureDetails({ code: 'bad-answer', status: 200, field: 'customer.name' }, '1.2.3', 0);
    expect(text).toBe(
      'Deskside 1.2.3\nfailure: bad-answer\nHTTP status: 200\nfield: customer.name\ntime: 1970-01-01T00:00:00.000Z',
    );
  });

  it.each([
    ['custom_fields.Passport 123', 'other'],
    ['custom_fields.Passport', 'custom_fields'],
    ['https://acme.sympoq.com/?key=1', 'other'],
    ['event_log[0].date', 'event_log[0].date'],
  ])('writes the field %s as %s', (field, shown) => {
    expect(failureDetails({ code: 'bad-answer', field }, '1', 0)).toContain(`field: ${shown}\n`);
  });
});
