/** The address of a ticket at the desk, by the template of the settings. */
import { findUrl } from './find-url.ts';
import type { TicketId } from './ticket-id.ts';

/** Undefined when there is no template, no `{id}` in it, or it is no web address. */
export function findDeskLink(template: string, id: TicketId): string | undefined {
  if (!template.includes('{id}')) return undefined;
  const url = findUrl(template.trim().replaceAll('{id}', encodeURIComponent(id)));
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
