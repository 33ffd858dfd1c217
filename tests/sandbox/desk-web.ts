/** The sandbox desk's own web pages: what `Open in desk` shows, and the session cookie an agent's browser then holds. */
import type { ServerResponse } from 'node:http';
import type { Call, DeskTicket } from './desk-types.ts';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Any page under `/app/desk`: it logs the visitor in by cookie, as the real desk's web pages do. */
export function sendWebPage(response: ServerResponse, call: Call, tickets: Map<string, DeskTicket>): void {
  const ticket = tickets.get(decodeURIComponent(call.path.split('/').at(-1) ?? ''));
  const isDesk = call.path === '/' || call.path.startsWith('/app/desk');
  const title = ticket ? `${ticket.id} ${ticket.subject}` : isDesk ? 'Acme support desk' : 'Not found';
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(ticket?.description ?? '')}</p></body></html>\n`;
  call.status = isDesk ? 200 : 404;
  response.writeHead(call.status, {
    'content-type': 'text/html; charset=utf-8',
    'set-cookie': 'sympoq_session=web-login; Path=/; Secure; HttpOnly; SameSite=Strict',
  });
  response.end(body);
}
