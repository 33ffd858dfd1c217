/** ID forms: what is refused, what each finds and refuses, and that no form and no text takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileForms } from '../../lib/tickets/compile.ts';
import { findIds, findTypedId } from '../../lib/tickets/find-ids.ts';
import { findFormRisk } from '../../lib/tickets/form-risk.ts';
import { type FormError, type FormPart, type IdForm, parseForm } from '../../lib/tickets/id-form.ts';

describe('parseForm refuses', () => {
  it.each<[string, FormError]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['Ticket', 'noToken'],
    ['{}', 'unknownToken'],
    ['{Q}', 'unknownToken'],
    ['{mm}', 'unknownToken'],
    ['{9+9}', 'unknownToken'],
    ['{+}', 'unknownToken'],
    ['{constructor}', 'unknownToken'],
    ['{99', 'brace'],
    ['99}', 'brace'],
    ['{{99}}', 'brace'],
    [`{99}-${'x'.repeat(90)}`, 'tooLong'],
    ['{99}-x-{99}', 'lowerCase'],
    ['{99} {99}', 'space'],
    ['{9+}{99}', 'ambiguous'],
    ['{X+}{9}', 'ambiguous'],
    ['{X+}A{9}', 'ambiguous'],
    ['{9+}', 'needsPrefix'],
    ['{99999}', 'needsPrefix'],
    ['({9+})', 'needsPrefix'],
    ['{YYYY}{MM}{DD}', 'needsPrefix'],
    ['{A+}', 'needsPrefix'],
    ['{XXXX}', 'needsPrefix'],
  ])('%j: %s', (form, error) => expect(parseForm(form)).toEqual({ ok: false, error }));
});

describe('parseForm reads', () => {
  it.each([
    '{MM}-{DD}-{X}-{XXX}',
    'Ticket #{9+}',
    '#{9+}',
    'INC{9999999}',
    '{AAA}{9999}',
    '{A+}-{9+}',
    '{A9X}-{9}',
    '[{99}.{99}]',
    '№ {9+}',
    '{9+}-{9+}',
  ])('%s', (form) => expect(parseForm(form)).toMatchObject({ ok: true }));

  it('takes the ID from the first to the last token', () => {
    expect(parseForm(' Ticket #{99}-{A} (open) ')).toMatchObject({
      form: { prefix: 'Ticket #', suffix: ' (open)', parts: [{ kind: 'digit' }, { text: '-' }, { kind: 'letter' }] },
    });
  });
});

describe('findFormRisk', () => {
  it.each([
    ['{MM}-{DD}-{X}-{XXX}', 'rare'],
    ['Ticket #{9+}', 'rare'],
    ['#{9+}', 'some'],
    ['{A+}-{9+}', 'often'],
    ['{99}-{99}', 'some'],
    ['{X+}-{X+}', 'often'],
  ])('%s: %s', (form, level) => expect(findFormRisk(form).level).toBe(level));

  it('says what it would hit', () => {
    expect(findFormRisk('{YYYY}-{MM}-{DD}')).toEqual({ level: 'some', examples: ['2023-09-05'] });
  });
});

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const alphabets = { digit: digits, letter: letters, either: digits + letters };

const token = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[9AX]{1,4}$/).map((inside) => `{${inside}}`) },
  { weight: 2, arbitrary: fc.constantFrom('{MM}', '{DD}', '{YY}', '{YYYY}') },
  { weight: 1, arbitrary: fc.constantFrom('{9+}', '{A+}', '{X+}') },
);
const literal = fc.constantFrom(
  '-',
  '.',
  '/',
  '_',
  '#',
  ':',
  '--',
  '+',
  '*',
  '(',
  ')',
  '$',
  '^',
  '|',
  '\\',
  '[',
  ']',
  '?',
);
const context = fc.constantFrom('', '', 'Ticket #', 'No. ', '[', 'INC', '№ ', 'Заявка ', '(', '.*', 'a-');

/** Forms that can be read, of every shape. */
const forms = fc
  .tuple(context, fc.array(fc.tuple(token, literal), { minLength: 1, maxLength: 4 }), token, context)
  .map(([before, pairs, last, after]) => before + pairs.flat().join('') + last + after)
  .map((source) => parseForm(source))
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed as { form: IdForm }).form);

function generatePart(part: FormPart): fc.Arbitrary<string> {
  const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'));
  switch (part.kind) {
    case 'literal':
      return fc.constant(part.text);
    case 'month':
      return two(1, 12);
    case 'day':
      return two(1, 31);
    case 'year':
      return two(0, 99);
    case 'fullYear':
      return fc.integer({ min: 1900, max: 2099 }).map(String);
    default: {
      const unit = fc.constantFrom(...alphabets[part.kind]);
      return fc.string({ unit, minLength: part.least, maxLength: part.most });
    }
  }
}

/** An ID of a form. */
const generate = (form: IdForm) => fc.tuple(...form.parts.map(generatePart)).map((pieces) => pieces.join(''));
const formAndId = forms.chain((form) => fc.tuple(fc.constant(form), generate(form)));

describe('each form', () => {
  it('finds what it generates, with its context', () => {
    fc.assert(
      fc.property(formAndId, ([form, id]) => {
        const text = `x ${form.prefix}${id}${form.suffix} y`;
        const start = 2 + form.prefix.length;
        const found = findIds(text, compileForms([form.source]));
        expect(found).toContainEqual({ id: found[0]?.id, start, end: start + id.length });
        expect(found[0]?.id).toBe(id.toUpperCase());
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('reads what it generates when it is typed', () => {
    fc.assert(
      fc.property(formAndId, ([form, id]) => {
        expect(findTypedId(` ${id.toLowerCase()} `, compileForms([form.source]))).toBe(id);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('refuses near misses: a character more on a side, and one put in place of another kind', () => {
    fc.assert(
      fc.property(formAndId, fc.nat(), ([form, id], place) => {
        const compiled = compileForms([form.source]);
        const at = place % id.length;
        const spoilt = `${id.slice(0, at)}é${id.slice(at + 1)}`;
        const misses = [`${form.prefix}${spoilt}${form.suffix}`];
        if (form.prefix === '') misses.push(`é${id}${form.suffix}`, `é-${id}${form.suffix}`);
        if (form.suffix === '') misses.push(`${form.prefix}${id}É`, `${form.prefix}${id}-É`);
        for (const text of misses) {
          const whole = findIds(text, compiled).filter((found) => found.end - found.start >= id.length);
          expect(whole).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});

/** Texts made to make patterns go back and forth, of two million characters. */
const length = 2_000_000;
const hostile = [
  '0',
  'A',
  '-',
  '0-',
  'A-',
  '00-00-',
  '09-13-',
  '09-13-O-',
  '09-13-O-TW',
  '09-13-O-TW4',
  '09-13-O-TW4-',
  '12-31-Z-ZZ ',
  'Ticket #',
  'Ticket ',
  'Ticket #0',
  'T',
  ' ',
  '\u00a0',
  '\n',
  '\u00ad',
  '0\u00ad',
  '0\u200b',
  '\u200b',
  '\u2011',
  '09\u201113\u2011O\u2011TW',
  'A0',
  '0A-',
  '#',
  '[',
  '0.',
  '\u{1f3ab}',
  'é0',
  '09-13-O-TW4é',
]; // prettier: as they are

describe('linear time', () => {
  const all = ['{MM}-{DD}-{X}-{XXX}', 'Ticket #{9+}', '{X+}-{X+}-{X+}-{X+}', '{A+}.{9+}', '[{99}.{99}]', 'T  #  {X+}'];

  it('has at least 30 hostile texts', () => expect(hostile.length).toBeGreaterThanOrEqual(30));

  it.each(hostile)(
    '2 MB of %j, six forms at once',
    (unit) => {
      const compiled = compileForms(all);
      const measure = (size: number) => {
        const text = unit.repeat(Math.ceil(size / unit.length));
        // Processor time: other work of the machine does not count.
        const start = process.cpuUsage();
        findIds(text, compiled);
        return process.cpuUsage(start).user / 1000;
      };
      measure(1000);
      const eighth = Math.min(measure(length / 8), measure(length / 8));
      const whole = measure(length);
      // Linear is 8; quadratic would be 64. Times of a few milliseconds say nothing on a busy machine.
      expect(whole).toBeLessThan(Math.max(600, 30 * eighth));
      expect(whole).toBeLessThan(5000);
    },
    60_000,
  );
});
