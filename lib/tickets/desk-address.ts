/** From what an agent types (an account name, any address of the desk) to the one origin that the key belongs to. */
import { findUrl } from './find-url.ts';

/** Where the API stands at every desk (API page: the curl samples). */
export const API_PATH = '/app/desk/api';

const ACCOUNT = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** Host and port as typed: no user, no escapes, no other alphabets, no brackets but for IPv6. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i;

/**
 * The desk's origin, such as `https://acme.sympoq.com`; null for anything that is not plainly an https address.
 * What the browser would read otherwise than it is typed (another alphabet, escapes, odd spellings of an IP address,
 * backslashes, a user before the host, a dot at the end) is refused: two addresses that look alike are never one key's.
 */
export function findDeskOrigin(typed: string): string | null {
  const text = typed.trim();
  if (ACCOUNT.test(text)) return `https://${text.toLowerCase()}.sympoq.com`;
  if (!/^[\x21-\x7e]+$/.test(text) || text.includes('\\')) return null;
  const withoutScheme = /^https:\/\/(?!\/)/i.test(text) ? text.slice('https://'.length) : text;
  const authority = withoutScheme.split(/[/?#]/, 1)[0] ?? '';
  const [, host = '', port] = HOST.exec(authority) ?? [];
  const url = findUrl(`https://${authority}`);
  const isAsTyped = url !== null && url.hostname === host.toLowerCase() && !isPortLost(url, port);
  const isWhole = host.includes('.') || host.startsWith('[');
  return isAsTyped && isWhole && !host.endsWith('.') ? url.origin : null;
}

function isPortLost(url: URL, port: string | undefined): boolean {
  return port !== undefined && Number(port) !== Number(url.port || 443);
}
