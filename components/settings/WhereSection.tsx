/** Where to look: the choice, the sites, what is switched off, and what the browser allows. */
import { useState } from 'preact/hooks';
import { giveBackSites, requestSites } from '../../lib/hooks/site-permissions.ts';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useHasSites } from '../../lib/hooks/use-has-sites.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { fail as refuse } from '../../lib/protocol/result.ts';
import { connectionItem } from '../../lib/state/connection.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import type { Settings } from '../../lib/tickets/settings.ts';
import { chosenPatterns, EVERY_SITE, patternOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { useChanges } from './Changes.tsx';
import type { MakeSettings } from './change.ts';
import { focusSection, Group, LockNote, Section } from './Section.tsx';
import { AddSite, SiteList, SitePicker } from './SitePicker.tsx';
import { useSetting } from './use-setting.ts';
import { WhereRadios } from './WhereRadios.tsx';

export function WhereSection() {
  return (
    <Section id="where" title={t('settingsWhere')} about={t('settingsWhereAbout')}>
      <Choice />
      <OffSites />
    </Section>
  );
}

function Choice() {
  const where = useSetting('where', t('settingsWhere'));
  const sites = useSetting('sites', t('settingsWhereThese'));
  const { change, warn } = useChanges();
  /** The browser is asked first, within the click; only what it allows is kept. */
  const keep = async (allowed: Promise<boolean>, make: MakeSettings, what: () => string) => {
    if (await allowed) return change(make, what);
    warn(() => t('pageAllowRefused'));
    return false;
  };
  const pick = (next: Settings['where']) => {
    const wanted = { every: EVERY_SITE, these: sites.value, asked: [] }[next];
    void keep(
      requestSites(wanted),
      () => ({ where: next }),
      () => t('settingsWhere'),
    );
  };
  const add = (patterns: readonly string[]) =>
    keep(
      requestSites(patterns),
      (now) => ({ sites: [...new Set([...now.sites, ...patterns])] }),
      () => t('settingsWhereThese'),
    );
  const remove = async (patterns: readonly string[]) => {
    const isChanged = await change(
      (now) => ({ sites: now.sites.filter((site) => !patterns.includes(site)) }),
      () => t('settingsWhereThese'),
      () => requestSites(patterns),
    );
    if (isChanged) await giveBackSites(patterns, await patternsInUse());
  };
  return (
    <>
      <WhereRadios value={where.value} disabled={where.isLocked} onPick={pick} />
      {where.isLocked && <LockNote />}
      {where.value === 'these' && (
        <Group title={t('settingsSites')}>
          <SitePicker
            sites={sites.value}
            disabled={sites.isLocked}
            onAdd={add}
            onRemove={(patterns) => void remove(patterns)}
          />
          {sites.isLocked && <LockNote />}
        </Group>
      )}
      {where.value !== 'every' && <TooMuch />}
    </>
  );
}

/** What we still look at, and the desk: whatever else is given back, the browser is to go on allowing these. */
async function patternsInUse(): Promise<string[]> {
  const { values } = await settingsItem.read();
  const desk = patternOf((await connectionItem.read())?.origin ?? '');
  return [...chosenPatterns(values), ...(desk === undefined ? [] : [desk])];
}

/** The browser allows more than the choice needs: it can be given back. */
function TooMuch() {
  const hasAll = useHasSites(EVERY_SITE);
  const { say, fail, warn } = useChanges();
  const [busy, setBusy] = useState(false);
  const focus = useFocusPassed<HTMLDivElement>(() => focusSection('where'));
  if (!hasAll) return null;
  const applyAfter = async (asked: Promise<boolean>) =>
    (await asked) ? askWorker('sites.apply') : refuse('no-permission');
  const giveBack = async () => {
    setBusy(true);
    const answer = await applyAfter(giveBackSites(EVERY_SITE, await patternsInUse()));
    setBusy(false);
    if (answer.ok)
      say(
        () => t('settingsChanged', t('settingsWhereEvery')),
        () => applyAfter(requestSites(EVERY_SITE)),
      );
    else if (answer.failure.code === 'no-permission') warn(() => t('settingsGiveBackKept'));
    else fail(answer.failure);
  };
  return (
    <div {...focus}>
      <Notice
        title={t('settingsTooMuch')}
        actions={
          <Button busy={busy} onClick={() => void giveBack()}>
            {t('settingsGiveBack')}
          </Button>
        }
      >
        {t('settingsTooMuchAbout')}
      </Notice>
    </div>
  );
}

/** `https://bank.example.com/*` → `https://bank.example.com`. */
function originOf(pattern: string): string {
  return pattern.replace(/\/\*$/, '');
}

function OffSites() {
  const { value, isLocked, update } = useSetting('offSites', t('settingsOffSites'));
  const add = (pattern: string) => update((now) => [...new Set([...now, originOf(pattern)])]);
  const findWord = (pattern: string) => {
    if (originOf(pattern).includes('*')) return 'settingsProblemOneSite';
    return value.includes(originOf(pattern)) ? 'settingsProblemSiteTwice' : undefined;
  };
  return (
    <Group title={t('settingsOffSites')} about={t('settingsOffSitesAbout')}>
      <SiteList
        sites={value}
        disabled={isLocked}
        onRemove={(site) => update((now) => now.filter((each) => each !== site))}
      >
        {isLocked ? (
          <LockNote />
        ) : (
          <AddSite label={t('settingsAddOffSite')} list={t('settingsOffSites')} findWord={findWord} onAdd={add} />
        )}
      </SiteList>
    </Group>
  );
}
