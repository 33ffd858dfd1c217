/** What stands on a tab's page, followed live from the tab's record and its frames' reports. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { frames, framesOfTab, tabs } from '../state/tabs.ts';
import { pageState, type TabPage } from '../tickets/page-state.ts';
import { useStoredFamily, useStoredMember } from './use-stored.ts';

/**
 * How long a page that is being looked at, or shows none by now, leaves what was shown before, in milliseconds: nothing
 * jumps on a quick look, nor where a page draws its tickets anew.
 */
const PATIENCE_MS = 600;

/** `unknown` until the records were read. After a change of tab it is for a moment still the page of the tab before. */
export function usePage(tabId: number | null): TabPage {
  const tab = useStoredMember(tabs, tabId === null ? null : String(tabId));
  const all = useStoredFamily(frames);
  const page = useMemo((): TabPage => {
    if (tabId === null || tab === undefined || all === undefined) return { kind: 'unknown', tabId, list: '' };
    const own = framesOfTab(tabId, all);
    const { documentId } = own.get(0) ?? {};
    return { ...pageState(tab, own), tabId, list: `${tabId} ${tab?.origin ?? null}`, documentId };
  }, [tabId, tab, all]);
  return usePatience(page);
}

/** Shows what was there while a new page is first looked at, or one on that site shows none, for a moment. */
function usePatience(page: TabPage): TabPage {
  const [settled, settle] = useState(page);
  const isEmptied = page.kind === 'none' && settled.kind === 'some' && settled.list === page.list;
  const isFleeting = page.kind === 'looking' || page.kind === 'unknown' || isEmptied;
  // Whatever else is reported meanwhile does not make it longer.
  const reason = isFleeting ? `${page.kind} ${page.list}` : page;
  useEffect(() => {
    if (!isFleeting) return settle(page);
    const timer = setTimeout(() => settle(page), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [reason]);
  return isFleeting ? settled : page;
}
