/** Addresses that look alike never lead to another origin than the one they plainly name. */
import { describe, expect, test } from 'vitest';
import { findDeskOrigin } from '../../lib/tickets/desk-address.ts';
import { LOOK_ALIKES } from '../worker/look-alikes.ts';

const ACME = 'https://acme.sympoq.com';

describe('what agents type', () => {
  test.each([
    ['acme', ACME],
    [' Acme ', ACME],
    ['acme.sympoq.com', ACME],
    ['https://acme.sympoq.com', ACME],
    ['HTTPS://ACME.SYMPOQ.COM/app/desk/home?x=1#y', ACME],
    ['https://acme.sympoq.com/app/desk/api', ACME],
    ['https://acme.sympoq.com:443/', ACME],
    ['https://acme.sympoq.com:8443/app', `${ACME}:8443`],
    ['desk.example.org/app/desk', 'https://desk.example.org'],
    ['https://192.168.1.10:8443', 'https://192.168.1.10:8443'],
    ['https://[::1]:8443/x', 'https://[::1]:8443'],
    ['', null],
    ['http://acme.sympoq.com', null],
    ['ftp://acme.sympoq.com', null],
    ['not an address', null],
    ['acme_corp', null],
    ['-acme', null],
  ])('%s → %s', (typed, origin) => expect(findDeskOrigin(typed)).toBe(origin));
});

describe('look-alikes', () => {
  test.each(LOOK_ALIKES)('%j is %s', (like, is) => {
    const origin = findDeskOrigin(like);
    if (is === 'none') expect(origin).toBeNull();
    else if (is === 'same') expect(origin).toBe(ACME);
    else expect(origin).not.toBe(ACME);
  });

  test('none of them leads to the desk unless it is the desk', () => {
    const fooled = LOOK_ALIKES.filter(([like, is]) => is !== 'same' && findDeskOrigin(like) === ACME);
    console.log(`look-alike addresses: ${LOOK_ALIKES.length} pairs, ${fooled.length} taken for the desk`);
    expect(LOOK_ALIKES.length).toBeGreaterThanOrEqual(40);
    expect(fooled).toEqual([]);
  });
});
