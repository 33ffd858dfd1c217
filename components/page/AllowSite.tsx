/** Asks the browser to let us look at this site; with no known site, at every one. */
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';

const EVERYWHERE = ['https://*/*', 'http://*/*'];

export function AllowSite({ origin }: { origin: string | null }) {
  const { settings } = useSettings();
  const [refused, setRefused] = useState(false);
  const allow = async () => {
    // The browser takes the request only inside the click: nothing may be awaited before it.
    const granted = await browser.permissions
      .request({ origins: origin ? [`${origin}/*`] : EVERYWHERE })
      .catch(() => false);
    setRefused(!granted);
    if (!granted) return;
    if (origin && settings.where === 'these') await addSite(settings.sites, `${origin}/*`);
    await askWorker('sites.apply');
  };
  return (
    <>
      <Button look="primary" onClick={() => void allow()}>
        {t(origin ? 'pageAllow' : 'pageAllowEverywhere')}
      </Button>
      {refused && <p role="status">{t('pageAllowRefused')}</p>}
    </>
  );
}

async function addSite(sites: string[], pattern: string): Promise<void> {
  if (!sites.includes(pattern)) await askWorker('settings.change', { changes: { sites: [...sites, pattern] } });
}
