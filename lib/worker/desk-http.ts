/** One request to the desk by ky, with the settings that keep key and customers' data where they belong. Decides nothing. */
import ky from 'ky';
import { fail, type Result } from '../protocol/result.ts';
import type { WireRequest } from './desk-wire.ts';

/** The key and the only origin that may get it (R2). */
export interface DeskKey {
  origin: string;
  key: string;
}

/** What the desk said. */
export interface HttpAnswer {
  status: number;
  /** Whole; empty beside any other status than a 2xx, which says all there is to know. */
  body: string;
  retryAfter: string | null;
}

export interface HttpOptions {
  /** The time limit of headers and body (R12). */
  signal: AbortSignal;
  /** Largest body, in bytes after unpacking. */
  maxBytes: number;
  /** Injected by tests. */
  fetch?: typeof globalThis.fetch;
}

/**
 * Sends exactly one request. R1: no redirect is followed. R2: the key goes to its own origin only. R4: no cookies, no
 * cache, no referrer. R12: no second try. Fails with `redirected`, `timeout`, `unreachable`, `too-large`, `bad-answer`
 * (bytes that are no UTF-8) or `internal` (an address that is not the key's: never sent). An error's page is not read: it
 * is a proxy's as often as the desk's, and whatever is wrong with it would hide the status.
 */
export async function requestDesk(
  request: WireRequest,
  { origin, key }: DeskKey,
  options: HttpOptions,
): Promise<Result<HttpAnswer>> {
  const url = new URL(origin + request.path);
  if (url.origin !== origin || url.protocol !== 'https:') return fail('internal');
  try {
    const response = await send(url, request, key, options);
    if (isRedirect(response)) return fail('redirected');
    if (!response.ok) return withoutBody(response);
    const body = await readBody(response, options);
    if (options.signal.aborted) return fail('timeout');
    return body.ok ? answered(response, body.value) : body;
  } catch {
    return fail(codeOf(options.signal));
  }
}

function send(
  url: URL,
  { method, headers, body }: WireRequest,
  key: string,
  { signal, fetch }: HttpOptions,
): Promise<Response> {
  return ky(url, {
    method,
    headers: { accept: 'application/json', ...headers, apikey: key },
    ...(body !== undefined && { body }),
    ...(fetch && { fetch }),
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
  });
}

function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

/** Why a request broke off: its time was up, or the network failed. */
function codeOf(signal: AbortSignal): 'timeout' | 'unreachable' {
  return signal.aborted ? 'timeout' : 'unreachable';
}

function withoutBody(response: Response): Result<HttpAnswer> {
  void response.body?.cancel().catch(() => undefined);
  return answered(response, '');
}

function answered(response: Response, body: string): Result<HttpAnswer> {
  const { status, headers } = response;
  return { ok: true, value: { status, body, retryAfter: headers.get('retry-after') } };
}

/**
 * Reads a body piece by piece, so that a bomb is dropped at the cap and not after it. The signal ends the reading itself:
 * not every `fetch` still listens to its signal once the headers are there.
 */
async function readBody(response: Response, { signal, maxBytes }: HttpOptions): Promise<Result<string>> {
  const reader = response.body?.getReader();
  if (!reader) return { ok: true, value: '' };
  const drop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', drop, { once: true });
  try {
    return await readPieces(reader, response.status, maxBytes);
  } finally {
    signal.removeEventListener('abort', drop);
    drop();
  }
}

async function readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  status: number,
  maxBytes: number,
): Promise<Result<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    bytes += value?.byteLength ?? 0;
    if (bytes > maxBytes) return fail('too-large', { status });
    const more = decode(decoder, value, !done);
    if (more === null) return fail('bad-answer', { status });
    text += more;
    if (done) return { ok: true, value: text };
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, stream: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    return null;
  }
}
