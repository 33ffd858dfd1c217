/** Texts and the IDs that must be found in them, and what a person may type for an ID. */
import { describe, expect, it } from 'vitest';
import { compileForms } from '../../lib/tickets/compile.ts';
import { findIds, findMeantIds, findTypedId } from '../../lib/tickets/find-ids.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import { textCases } from './text-cases.ts';

/** Takes the marks out of a case: the text, and the parts that they enclosed with their offsets. */
function readCase(marked: string) {
  const wanted: { text: string; start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(«[^»]*»)/)) {
    if (piece.startsWith('«')) {
      const inner = piece.slice(1, -1);
      wanted.push({ text: inner, start: text.length, end: text.length + inner.length });
      text += inner;
    } else text += piece;
  }
  return { text, wanted };
}

describe('findIds', () => {
  it('has at least 150 cases', () => {
    expect(Object.values(textCases).flat().length).toBeGreaterThanOrEqual(150);
  });

  for (const [title, cases] of Object.entries(textCases)) {
    it.each(cases)(`${title}: $text`, ({ text: marked, forms = [...DEFAULT_SETTINGS.forms] }) => {
      const { text, wanted } = readCase(marked);
      const found = findIds(text, compileForms(forms));
      expect(found.map(({ start, end }) => ({ text: text.slice(start, end), start, end }))).toEqual(wanted);
    });
  }

  it('writes the ID in its canonical form, whatever hyphens and invisible characters stand in the text', () => {
    const compiled = compileForms(DEFAULT_SETTINGS.forms);
    for (const text of ['09-13-O-TW4', '09–13—O−TW4', '0\u00ad9-\u200b13-O-TW4'])
      expect(findIds(text, compiled).map((match) => match.id)).toEqual(['09-13-O-TW4']);
  });
});

describe('findTypedId', () => {
  const compiled = compileForms([...DEFAULT_SETTINGS.forms, 'Ticket #{9+}']);
  it.each([
    ['09-13-o-tw4', '09-13-O-TW4'],
    ['  09-13-O-TW4\n', '09-13-O-TW4'],
    ['[09-13-O-TW4]', '09-13-O-TW4'],
    ['(09–13–o–tw4).', '09-13-O-TW4'],
    ['#09-13-O-TW4', '09-13-O-TW4'],
    ['“09-13-O-TW4”,', '09-13-O-TW4'],
    ['09-1\u00ad3-O-TW4', '09-13-O-TW4'],
    ['12', '12'],
    ['#12', '12'],
    ['ticket #12', '12'],
    ['TICKET   #12', '12'],
    ['', undefined],
    ['printer', undefined],
    ['13-13-O-TW4', undefined],
    ['09-13-O-TW4 11-14-3-AS7', undefined],
    ['12a', undefined],
  ])('%j is %j', (typed, id) => expect(findTypedId(typed, compiled)).toBe(id));
});

describe('findMeantIds', () => {
  const compiled = compileForms([...DEFAULT_SETTINGS.forms, 'Ticket #{9+}']);
  it.each([
    ['09-13-o-tw4', ['09-13-O-TW4']],
    ['Re: [09-13-O-TW4] Printer', ['09-13-O-TW4']],
    ['Re: [09–13–O–TW4] Printer (was: 09-13-O-TW4)', ['09-13-O-TW4']],
    ['Re: ticket no. 12', []],
    ['Re: Ticket #12 closed', ['12']],
    ['Re: [09-13-O-TW4] as in 11-14-3-AS7', ['09-13-O-TW4', '11-14-3-AS7']],
    ['invoice 2024', []],
    ['X09-13-O-TW4 printer', []],
  ])('%j means %j', (typed, ids) => expect(findMeantIds(typed, compiled)).toEqual(ids));
});
