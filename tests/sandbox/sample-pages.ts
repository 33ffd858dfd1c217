/** Serves the sample pages over plain HTTP on loopback: a mail program, a CRM record, a chat, and pages with one ID or none. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { SAMPLE_TICKETS } from './sample-tickets.ts';

export type SamplePage = 'index' | 'inbox' | 'mail' | 'crm' | 'chat' | 'plain' | 'one';

export interface SamplePages {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** The address of a page, with a query such as `rate=1000` where given. */
  url(page: SamplePage, query?: string): string;
  close(): Promise<void>;
}

const FOLDER = new URL('./pages/', import.meta.url);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** What the inbox lists: the hand-written tickets as conversations. */
function conversations(): string {
  const shown = SAMPLE_TICKETS.filter(({ place }) => place === 'inbox' || place === 'arriving');
  return JSON.stringify(
    shown.map(({ id, place, subject, name, email, agent, mailHours, tags, files, text, thread }) => ({
      id,
      place,
      subject,
      name,
      email,
      isMine: agent === 10,
      mailHours,
      tags,
      files,
      text,
      thread,
    })),
  );
}

/** `/inbox/ANY` is the inbox with that conversation open, as in a mail program with addresses of its own. */
function fileOf(path: string): string | null {
  if (path === '/') return 'index.html';
  if (path.startsWith('/inbox/')) return 'inbox.html';
  const name = /^\/([a-z-]+\.(html|css|js))$/.exec(path)?.[1];
  return name ?? null;
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  if (path === '/conversations.json') {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(conversations());
    return;
  }
  const name = fileOf(path);
  const content = name === null ? null : await readFile(new URL(name, FOLDER)).catch(() => null);
  if (name === null || content === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such sample page.\n');
    return;
  }
  response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
  response.end(content);
}

/** Starts serving on a free port (or the one given). Ends with `close()` or the signal. */
export async function startSamplePages(options: { port?: number; signal?: AbortSignal } = {}): Promise<SamplePages> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://sample').pathname;
    answer(path, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return {
    origin,
    url: (page, query) => `${origin}/${page}.html${query ? `?${query}` : ''}`,
    close,
  };
}
