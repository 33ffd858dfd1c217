/** What stands on a tab's page, followed live from the tab's record and its frames' reports. */
import { useEffect, useState } from 'preact/hooks';
import type { FrameRecord, TabRecord } from '../state/tabs.ts';
import { frames, tabs } from '../state/tabs.ts';
import { type PageState, pageState } from '../tickets/page-state.ts';

/** How long a page that is being looked at leaves what was shown before, in milliseconds: nothing jumps on a quick look. */
const PATIENCE_MS = 600;

interface TabPage {
  tabId: number | null;
  page: PageState;
}

const UNKNOWN: PageState = { kind: 'unknown' };

/** `unknown` until the records were read. */
export function usePage(tabId: number | null): PageState {
  const [known, setKnown] = useState<TabPage>({ tabId: null, page: UNKNOWN });
  useEffect(() => (tabId === null ? undefined : followTab(tabId, (page) => setKnown({ tabId, page }))), [tabId]);
  return usePatience(known.tabId === tabId ? known.page : UNKNOWN);
}

function followTab(tabId: number, onPage: (page: PageState) => void): () => void {
  const ending = new AbortController();
  let tab: TabRecord | null = null;
  const seen = new Map<number, FrameRecord>();
  const tell = () => ending.signal.aborted || onPage(pageState(tab, seen));
  const take = (name: string, frame: FrameRecord | null) => {
    const [owner, frameId] = name.split(':').map(Number);
    if (owner !== tabId || frameId === undefined) return false;
    if (frame) seen.set(frameId, frame);
    else seen.delete(frameId);
    return true;
  };
  const read = async () => {
    const [record, all] = await Promise.all([tabs.item(String(tabId)).read(), frames.readAll()]);
    tab = record;
    for (const [name, frame] of all) take(name, frame);
    tell();
  };
  frames.watchAll((name, frame) => take(name, frame) && tell(), ending.signal);
  tabs.item(String(tabId)).watch((record) => {
    tab = record;
    tell();
  }, ending.signal);
  void read();
  return () => ending.abort();
}

/** Shows what was there while a new page is first looked at, for a moment. */
function usePatience(page: PageState): PageState {
  const [settled, settle] = useState(page);
  const isFleeting = page.kind === 'looking' || page.kind === 'unknown';
  useEffect(() => {
    if (!isFleeting) return settle(page);
    const timer = setTimeout(() => settle(page), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [page, isFleeting]);
  return isFleeting ? settled : page;
}
