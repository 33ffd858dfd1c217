/** Asks the browser to let us look: at this site, and at all that the agent chose. */
import { useState } from 'preact/hooks';
import { requestSites } from '../../lib/hooks/site-permissions.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import { sitesItem } from '../../lib/state/sites.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { EVERY_SITE, patternOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { FailureNote, SettingsButton } from '../failure/FailureNote.tsx';
import { leaveFocus } from './focus.ts';

interface Offer {
  word: MessageKey;
  patterns: readonly string[];
}

export function AllowSite({ origin }: { origin: string | null }) {
  const { settings, locked } = useSettings();
  const missing = useStored(sitesItem)?.missing ?? [];
  const [asking, setAsking] = useState<MessageKey | null>(null);
  const [refused, setRefused] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pattern = origin === null ? undefined : patternOf(origin);
  const offers: Offer[] = [];
  const isListLocked = settings.where === 'these' && locked.includes('sites');
  if (pattern !== undefined && !isListLocked) offers.push({ word: 'pageAllow', patterns: [pattern] });
  if (settings.where === 'every') offers.push({ word: 'pageAllowEverywhere', patterns: EVERY_SITE });
  else if (pattern === undefined && missing.length > 0) offers.push({ word: 'pageAllowChosen', patterns: missing });
  /** The browser takes the request only inside the click: nothing may be awaited before it. */
  const allow = async ({ word, patterns }: Offer) => {
    setAsking(word);
    // Firefox closes the popup for its question: whatever stands below is then done by the worker.
    if (word === 'pageAllow') void askWorker('sites.want', { origin });
    const granted = await requestSites(patterns);
    setRefused(!granted);
    if (granted) await keep(patterns);
    else void askWorker('sites.want', { origin: null });
    setAsking(null);
  };
  const keep = async (patterns: readonly string[]) => {
    // The browser's question may have stood for a while.
    const now = (await settingsItem.read()).values;
    const sites = [...new Set([...now.sites, ...patterns])];
    const isNew = now.where === 'these' && sites.length > now.sites.length;
    const answer = await (isNew ? askWorker('settings.change', { changes: { sites } }) : askWorker('sites.apply'));
    setFailure(answer.ok ? null : answer.failure);
  };
  return (
    <>
      {offers.length === 0 && <SettingsButton />}
      {offers.map((offer, at) => (
        <Button
          key={offer.word}
          look={at === 0 ? 'primary' : 'quiet'}
          busy={asking === offer.word}
          buttonRef={leaveFocus}
          onClick={() => void allow(offer)}
        >
          {t(offer.word)}
        </Button>
      ))}
      {failure && <FailureNote failure={failure} />}
      {refused && <Status>{t('pageAllowRefused')}</Status>}
    </>
  );
}
