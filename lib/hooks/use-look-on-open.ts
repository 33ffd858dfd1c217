/** Opening the popup is asking: where we look only when asked, its page is looked at at once, and that page only. */
import { useEffect, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import type { TabPage } from '../tickets/page-state.ts';

/** The page as it is to be shown: being looked at, until it is, or until the browser said no. */
export function useLookOnOpen(tabId: number | null, page: TabPage): TabPage {
  const [look, setLook] = useState<'not-yet' | 'begun' | 'over'>('not-yet');
  const isDue = page.kind === 'asked' && tabId !== null && look === 'not-yet';
  useEffect(() => {
    if (!isDue) return;
    setLook('begun');
    void askWorker('sites.lookNow', { tabId }).then(() => setLook('over'));
  }, [isDue]);
  return page.kind === 'asked' && look !== 'over' ? { kind: 'looking', tabId: page.tabId, list: page.list } : page;
}
