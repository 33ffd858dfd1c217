/** The end of a first start: how to get to the first ticket. */
import { PanelRightOpen } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { openPanel } from '../../lib/state/open-panel.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';

/** Known before the click, which must not wait for it. */
function useOwnWindow(): number | undefined {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), []);
  return windowId;
}

export function StartReady() {
  const windowId = useOwnWindow();
  return (
    <>
      <ul class="start__ways">
        <li>{t('startWayMarks')}</li>
        <li>{t('startWayIcon')}</li>
        <li>{t('startWaySearch')}</li>
      </ul>
      <div class="actions">
        <Button
          look="primary"
          icon={PanelRightOpen}
          disabled={windowId === undefined}
          onClick={() => windowId !== undefined && void openPanel(windowId)}
        >
          {t('commandOpenPanel')}
        </Button>
      </div>
    </>
  );
}
