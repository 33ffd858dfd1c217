/** The foot of the popup: the panel, this site's switch, the settings. */
import { PanelRight, Settings } from 'lucide';
import { browser } from 'wxt/browser';
import type { ActiveTab } from '../../lib/hooks/use-active-tab.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { connectionItem } from '../../lib/state/connection.ts';
import type { PageState } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { SiteSwitch } from '../page/SiteSwitch.tsx';
import { openSidePanel } from './open-side-panel.ts';

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
    if (tab) await openSidePanel(tab.windowId, id);
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
