/** The active tab of the window this surface stands in. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { findWebOrigin } from '../tickets/site-pattern.ts';

export interface ActiveTab {
  tabId: number;
  windowId: number;
  /** The page's origin; null where the browser does not tell us (no permission), or it is no web page. */
  origin: string | null;
}

/** As read before anything was drawn. */
let first: ActiveTab | null = null;

/** Reads it beforehand, for the first drawing. */
export async function lookAtActiveTab(): Promise<ActiveTab | null> {
  first = await readActiveTab();
  return first;
}

/** Null until the browser told, or when the window has no tab. */
export function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState(first);
  useEffect(() => {
    const ending = new AbortController();
    const look = () => void readActiveTab().then((next) => ending.signal.aborted || setTab((now) => kept(now, next)));
    const events = [browser.tabs.onActivated, browser.tabs.onUpdated, browser.tabs.onAttached, browser.tabs.onRemoved];
    for (const event of events) listen(event as TabEvent, look, ending.signal);
    look();
    return () => ending.abort();
  }, []);
  return tab;
}

interface TabEvent {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

function listen(event: TabEvent, listener: () => void, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => event.removeListener(listener), { once: true });
}

async function readActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return { tabId: tab.id, windowId: tab.windowId, origin: findWebOrigin(tab.url) ?? null };
}

/** The same object while nothing changed, so that nothing is drawn anew. */
function kept(now: ActiveTab | null, next: ActiveTab | null): ActiveTab | null {
  const isSame = now?.tabId === next?.tabId && now?.windowId === next?.windowId && now?.origin === next?.origin;
  return isSame ? now : next;
}
