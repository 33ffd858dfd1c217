/** Who is asking: one of our own pages, a content script, or nobody we answer (R6 of the threat model). */

import { findWebOrigin } from '../tickets/site-pattern.ts';

/** What the browser says of a sender. Nothing of it comes from the message. */
export interface Sender {
  id?: string | undefined;
  /** Absent in old browsers: then not trusted. */
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
}

/** Who we are: the extension's id, and its origin such as `chrome-extension://…`. */
export interface Own {
  id: string;
  origin: string;
}

/** Every page of ours. */
const OWN_PATHS = ['/sidepanel.html', '/popup.html', '/options.html'];

/**
 * True for our own pages only. The real panel and popup have neither tab nor frame; a page of ours in a tab has frame 0;
 * a page of ours that a site has framed has our origin but another frame, and is not trusted.
 */
export function isOwnPage({ id, origin, frameId, url = '' }: Sender, own: Own): boolean {
  const isOurs = id === own.id && origin === own.origin && url.startsWith(`${own.origin}/`);
  const isTop = frameId === undefined || frameId === 0;
  const path = url.slice(own.origin.length).replace(/[?#].*/s, '');
  return isOurs && isTop && OWN_PATHS.includes(path);
}

/** Where a content script stands. */
export interface PageAsker {
  tabId: number;
  frameId: number;
  windowId: number | null;
  documentId: string | null;
  /** Of a frame without an address of its own (`about:blank`, `srcdoc`, `blob:`) the origin that it has from another page. */
  url: string | null;
}

/** The content script that is asking; null for anyone else, pages of ours in odd places included. */
export function findPageAsker(sender: Sender, own: Own): PageAsker | null {
  const isOurs = sender.origin === own.origin || sender.url?.startsWith(`${own.origin}/`);
  if (sender.id !== own.id || isOurs) return null;
  if (sender.tab?.id === undefined || sender.frameId === undefined) return null;
  return {
    tabId: sender.tab.id,
    frameId: sender.frameId,
    windowId: sender.tab.windowId ?? null,
    documentId: sender.documentId ?? null,
    url: (findWebOrigin(sender.url) === undefined ? sender.origin : sender.url) ?? null,
  };
}
