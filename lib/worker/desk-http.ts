/** One request to the desk by ky, with the settings that keep key and customers' data where they belong. Decides nothing. */
import ky from 'ky';
import { fail, type Result } from '../protocol/result.ts';
import type { WireRequest } from './desk-wire.ts';

/** The key and the only origin that may get it (R2). */
export interface DeskKey {
  origin: string;
  key: string;
}

/** What the desk said, whole. */
export interface HttpAnswer {
  status: number;
  body: string;
  contentType: string;
  retryAfter: string | null;
}

/** A failure after which nobody knows what the desk did with the request; `status` where headers had come. */
export interface HttpOptions {
  /** Covers headers and body (R12). */
  signal: AbortSignal;
  /** Largest body, in bytes after unpacking. */
  maxBytes: number;
  /** Injected by tests. */
  fetch?: typeof globalThis.fetch;
}

/**
 * Sends exactly one request. R1: no redirect is followed. R2: the key goes to its own origin only. R4: no cookies, no
 * cache, no referrer. R12: no second try. Fails with `redirected`, `timeout`, `unreachable`, `too-large`, `bad-answer`
 * (bytes that are no UTF-8), `gone` (given up by us) or `internal` (an address that is not the key's: never sent).
 */
export async function requestDesk(
  request: WireRequest,
  { origin, key }: DeskKey,
  options: HttpOptions,
): Promise<Result<HttpAnswer>> {
  const url = new URL(origin + request.path);
  if (url.origin !== origin || url.protocol !== 'https:') return fail('internal');
  const given = new AbortController();
  const signal = AbortSignal.any([options.signal, given.signal]);
  try {
    const response = await send(url, request, key, signal, options.fetch);
    if (isRedirect(response)) return fail('redirected');
    const body = await readBody(response, options.maxBytes);
    return body.ok ? answered(response, body.value) : body;
  } catch {
    return fail(codeOf(options.signal));
  } finally {
    given.abort();
  }
}

function send(
  url: URL,
  { method, headers, body }: WireRequest,
  key: string,
  signal: AbortSignal,
  fetch?: typeof globalThis.fetch,
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

/** Why a request broke off: our time was up, we gave up ourselves, or the network failed. */
function codeOf(signal: AbortSignal): 'timeout' | 'gone' | 'unreachable' {
  if (!signal.aborted) return 'unreachable';
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError' ? 'timeout' : 'gone';
}

function answered(response: Response, body: string): Result<HttpAnswer> {
  const { status, headers } = response;
  const contentType = headers.get('content-type') ?? '';
  return { ok: true, value: { status, body, contentType, retryAfter: headers.get('retry-after') } };
}

/** Reads a body piece by piece, so that a bomb is dropped at the cap and not after it. */
async function readBody(response: Response, maxBytes: number): Promise<Result<string>> {
  const { status } = response;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    bytes += piece.value.byteLength;
    if (bytes > maxBytes) return fail('too-large', { status });
    const more = decode(decoder, piece.value);
    if (more === null) return fail('bad-answer', { status });
    text += more;
  }
  const rest = decode(decoder);
  return rest === null ? fail('bad-answer', { status }) : { ok: true, value: text + rest };
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return null;
  }
}
