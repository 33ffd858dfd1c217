/** Cuts plain text into words, safe links and ticket IDs. */
import type { CompiledForms } from './compile.ts';
import { findIds } from './find-ids.ts';
import { findUrl } from './find-url.ts';
import type { TicketId } from './ticket-id.ts';

export type TextPiece =
  | { kind: 'text'; text: string }
  /** `host` where the text does not show it, as the browser would go there (punycode). */
  | { kind: 'link'; text: string; href: string; host: string | null }
  | { kind: 'ticket'; text: string; id: TicketId };

const ADDRESS =
  /\bhttps?:\/\/[^\s<>"'`{}|\\^]{1,2000}|\bmailto:[^\s<>"'`{}|\\^]{1,300}|\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/gi;

/** In order, nothing lost: the texts of the pieces joined are the text. */
export function textPieces(text: string, forms: CompiledForms): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const found = withoutTail(match[0]);
    const link = linkOf(found);
    if (link === undefined) continue;
    pushWithIds(pieces, text.slice(from, match.index), forms);
    pieces.push(link);
    from = match.index + found.length;
  }
  pushWithIds(pieces, text.slice(from), forms);
  return pieces;
}

/** A full stop or bracket after an address belongs to the sentence. */
function withoutTail(found: string): string {
  const bare = found.replace(/[.,;:!?…]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

function linkOf(text: string): TextPiece | undefined {
  const isMail = !/^(?:https?|mailto):/i.test(text);
  const url = findUrl(isMail ? `mailto:${text}` : text);
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) return undefined;
  if (url.protocol === 'mailto:') return { kind: 'link', text, href: url.href, host: null };
  const shown = text.toLowerCase().replace(/^https?:\/\//, '');
  const plain = shown === url.host || shown.startsWith(`${url.host}/`) || shown.startsWith(`${url.host}?`);
  return { kind: 'link', text, href: url.href, host: plain ? null : url.host };
}

function pushWithIds(pieces: TextPiece[], text: string, forms: CompiledForms): void {
  let from = 0;
  for (const { id, start, end } of text === '' ? [] : findIds(text, forms)) {
    if (start > from) pieces.push({ kind: 'text', text: text.slice(from, start) });
    pieces.push({ kind: 'ticket', text: text.slice(start, end), id });
    from = end;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
}

/** An address that may become a link to an attachment; undefined for anything but https. */
export function findAttachmentLink(address: string | null): string | undefined {
  const url = address === null ? null : findUrl(address);
  return url?.protocol === 'https:' ? url.href : undefined;
}
