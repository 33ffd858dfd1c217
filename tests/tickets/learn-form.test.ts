/** Forms made of examples, and how likely forms are to hit ordinary text. */
import { describe, expect, test } from 'vitest';
import { findFormRisk } from '../../lib/tickets/form-risk.ts';
import { learnForm } from '../../lib/tickets/learn-form.ts';

describe('learnForm', () => {
  test.each([
    ['09-13-O-TW4\n11-14-3-AS7', '{MM}-{DD}-{X}-{XXX}'],
    ['[09-13-O-TW4]\nRe: ASSIGNMENT: [11-14-3-AS7]', '{MM}-{DD}-{X}-{XXX}'],
    ['09\u201113\u2011O\u2011TW4', '{MM}-{DD}-{X}-{XXX}'],
    ['Ticket #12345\nTicket #9981', 'Ticket #{9+}'],
    ['Re: your Ticket #12345\nTicket #99812', 'Ticket #{99999}'],
    ['#12345', '#{99999}'],
    ['INC-12345\nINC-9981', 'INC-{9+}'],
    ['INC0012345\nINC0099812', 'INC{9999999}'],
    ['2024-00017\n2023-11200', '{YYYY}-{99999}'],
    ['AB-1200\nXY-3391', '{AA}-{9999}'],
    ['inc-12345\nINC-99812', 'INC-{99999}'],
    [
      'https://acme.sympoq.com/app/desk/ticket/09-13-O-TW4\nhttps://acme.sympoq.com/app/desk/ticket/11-14-3-AS7',
      '{MM}-{DD}-{X}-{XXX}',
    ],
  ])('%j gives %s', (text, form) => {
    expect(learnForm(text)).toEqual({ ok: true, form });
  });

  test.each([
    ['', 'none'],
    ['hello world', 'none'],
    ['09-13-O-TW4\nhello', 'none'],
    ['09-13-O-TW4\n12345', 'different'],
    ['12345\n99812', 'needsPrefix'],
    ['https://acme.sympoq.com/tickets/12345', 'needsPrefix'],
    ['tkt-00123\ntkt-00456', 'unclear'],
    ['acme.sympoq.com/app/desk/ticket/09-13-O-TW4', 'unclear'],
  ])('%j is refused: %s', (text, fault) => {
    expect(learnForm(text)).toEqual({ ok: false, fault });
  });
});

describe('findFormRisk', () => {
  test.each([
    ['{MM}-{DD}-{X}-{XXX}', 'rare'],
    ['INC{9999999}', 'rare'],
    ['Ticket #{9+}', 'rare'],
    ['{AA}-{9999}', 'some'],
    ['{A+}-{9+}', 'often'],
    ['{', 'rare'],
  ])('%s: %s', (form, level) => {
    expect(findFormRisk(form).level).toBe(level);
  });

  test('says what it would hit', () => {
    expect(findFormRisk('{AA}-{9999}').examples).toContain('LH-1402');
  });
});
