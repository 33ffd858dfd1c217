/** Says that the browser took back the permission to call the desk, with the click that grants it again. */
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { requestSites } from '../../lib/hooks/site-permissions.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { sitesItem } from '../../lib/state/sites.ts';
import { siteName } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';

export function DeskPermission({ actionsRef }: { actionsRef: Ref<HTMLDivElement> }) {
  const missing = useStored(sitesItem)?.missingDesk ?? null;
  const [isRefused, setRefused] = useState(false);
  if (missing === null) return null;
  const allow = () => void requestSites([missing]).then((granted) => setRefused(!granted));
  return (
    <Notice
      tone="warning"
      live="status"
      title={t('failureNoPermission')}
      actionsRef={actionsRef}
      actions={
        <Button look="primary" onClick={allow}>
          {t('settingsAllow')}
        </Button>
      }
    >
      {isRefused ? t('pageAllowRefused') : t('settingsMissingDesk', siteName(missing))}
    </Notice>
  );
}
