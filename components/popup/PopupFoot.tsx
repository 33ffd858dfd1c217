/** The foot of the popup: the panel, this site's switch, the settings. */
import { PanelRight, Settings } from 'lucide';
import { browser } from 'wxt/browser';
import type { ActiveTab } from '../../lib/hooks/use-active-tab.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { connectionItem } from '../../lib/state/connection.ts';
import { openPanel } from '../../lib/state/open-panel.ts';
import { openRequests } from '../../lib/state/tabs.ts';
import type { PageState } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { SiteSwitch } from '../page/SiteSwitch.tsx';

export interface PopupFootProps {
  tab: ActiveTab | null;
  /** The origin of the page where it is known. */
  origin: string | null;
  page: PageState;
  /** What the panel shows when it opens. */
  id: TicketId | null;
}

export function PopupFoot({ tab, origin, page, id }: PopupFootProps) {
  // Before there is a connection the first step is to make one.
  const isConnected = useStored(connectionItem)?.hasKey ?? false;
  const isOn = page.kind === 'some' || page.kind === 'none' || page.kind === 'looking';
  const open = async () => {
    if (!tab) return close();
    const { windowId } = tab;
    // Not waited for: the panel is opened in the very turn of the click.
    if (id !== null) void openRequests.item(String(windowId)).write({ wanted: { ticketId: id }, at: Date.now() });
    await openPanel(windowId);
    close();
  };
  return (
    <footer class="popup__foot">
      <Button icon={PanelRight} onClick={() => void open()}>
        {t('popupOpenPanel')}
      </Button>
      {isConnected && isOn && origin && <SiteSwitch origin={origin} isOn />}
      <IconButton icon={Settings} label={t('panelSettings')} onClick={() => void browser.runtime.openOptionsPage()} />
    </footer>
  );
}
