/** The ID of a ticket, such as `09-13-O-TW4`, in the one spelling that the desk’s addresses carry. */

declare const brand: unique symbol;

/** A ticket ID in canonical form: upper case, plain hyphens, nothing invisible. Made by `canonicalId` only. */
export type TicketId = string & { readonly [brand]: true };

/** Characters that take no room on a screen (soft hyphen, zero-width, direction marks), as the inside of a class. */
export const invisible =
  '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';

/** Those of them that are looked for inside an ID (the others stand around it), as the inside of a class. */
export const splitters = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';

/** The hyphens, dashes and the minus sign that mail programs put in the place of `-`, as the inside of a class. */
export const oddHyphens = '\\u2010-\\u2015\\u2212';

const anyInvisible = new RegExp(`[${invisible}]`, 'g');
const anyOddHyphen = new RegExp(`[${oddHyphens}]`, 'g');

/** Takes the invisible characters out. The result may be shorter. */
export function dropInvisible(text: string): string {
  return text.replace(anyInvisible, '');
}

/** Writes each odd hyphen as `-`. The length stays. */
export function plainHyphens(text: string): string {
  return text.replace(anyOddHyphen, '-');
}

/** The canonical form of a text that is already known to be an ID. It does not check any ID form. */
export function canonicalId(text: string): TicketId {
  return plainHyphens(dropInvisible(text)).trim().toUpperCase() as TicketId;
}
