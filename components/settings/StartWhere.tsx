/** The second step: where to look. One click takes the choice and asks the browser for it. */
import { useState } from 'preact/hooks';
import { requestSites } from '../../lib/hooks/site-permissions.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { type Result, fail as refuse } from '../../lib/protocol/result.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { Settings } from '../../lib/tickets/settings.ts';
import { EVERY_SITE } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { SitePicker } from './SitePicker.tsx';
import { WhereRadios } from './WhereRadios.tsx';

export function StartWhere({ onDone }: { onDone: () => void }) {
  const [where, setWhere] = useState<Settings['where']>('every');
  const [sites, setSites] = useState<string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isEmpty = where === 'these' && sites.length === 0;
  const take = async (): Promise<Result<void>> => {
    const wanted = { every: EVERY_SITE, these: sites, asked: [] }[where];
    if (!(await requestSites(wanted))) return refuse('no-permission');
    // A first start can be gone through again: what was chosen in the settings since stays.
    const { values } = await settingsItem.read();
    return askWorker('settings.change', {
      changes: where === 'these' ? { where, sites: [...new Set([...values.sites, ...sites])] } : { where },
    });
  };
  const finish = async () => {
    setBusy(true);
    const answer = await take();
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <>
      <WhereRadios value={where} onPick={setWhere} />
      {where === 'these' && (
        <SitePicker
          sites={sites}
          disabled={false}
          onAdd={async (patterns) => {
            setSites([...new Set([...sites, ...patterns])]);
            return true;
          }}
          onRemove={(patterns) => setSites(sites.filter((site) => !patterns.includes(site)))}
        />
      )}
      {failure?.code === 'no-permission' && (
        <Notice tone="warning" live="alert" title={t('startNotAllowed')}>
          {t('startNotAllowedAbout')}
        </Notice>
      )}
      {failure && failure.code !== 'no-permission' && <FailureNote failure={failure} />}
      <p class="section__about">{t(where === 'asked' ? 'startAskedNote' : 'startPromise')}</p>
      <div class="actions">
        <Button look="primary" disabled={isEmpty} busy={busy} onClick={() => void finish()}>
          {t(where === 'asked' ? 'startFinish' : 'startAllow')}
        </Button>
      </div>
    </>
  );
}
