/** What the browser does not allow though it is wanted, with the click that grants it. */
import { requestSites } from '../../lib/hooks/site-permissions.ts';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { sitesItem } from '../../lib/state/sites.ts';
import { EVERY_SITE, siteName } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { useChanges } from './Changes.tsx';
import { focusSection } from './Section.tsx';

export function MissingNotice() {
  const { warn } = useChanges();
  const state = useStored(sitesItem);
  const focus = useFocusPassed<HTMLDivElement>(() => focusSection('where'));
  if (!state) return null;
  const wanted = [...(state.missingDesk === null ? [] : [state.missingDesk]), ...state.missing];
  if (wanted.length === 0) return null;
  const ask = () => void requestSites(wanted).then((granted) => !granted && warn(() => t('pageAllowRefused')));
  const allow = (
    <Button look="primary" onClick={ask}>
      {t('settingsAllow')}
    </Button>
  );
  return (
    <div {...focus}>
      <Notice tone="warning" title={t('settingsMissing')} actions={allow}>
        {state.missingDesk !== null && <p>{t('settingsMissingDesk', siteName(state.missingDesk))}</p>}
        {state.missing.length > 0 && <p>{missingSites(state.missing)}</p>}
      </Notice>
    </div>
  );
}

function missingSites(missing: string[]): string {
  const isEvery = missing.some((pattern) => EVERY_SITE.includes(pattern));
  return isEvery ? t('settingsMissingEvery') : t('settingsMissingSites', missing.map(siteName).join(', '));
}
