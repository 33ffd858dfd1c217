/** The ID of a ticket, such as `09-13-O-TW4`, in the one spelling that the desk's addresses carry. */

declare const brand: unique symbol;
export type TicketId = string & { readonly [brand]: true };

/** The canonical spelling: trimmed, odd hyphens (U+2010–2015, U+2212) and soft ones made plain or dropped, upper case. */
export function canonicalId(text: string): TicketId {
  return text
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .toUpperCase() as TicketId;
}
