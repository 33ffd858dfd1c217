/** What the panel says where it can show no tickets of the page, each with its next step. */
import { AppWindow, EyeOff, FileSearch, Hand, LoaderCircle, Lock } from 'lucide';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { sitesItem } from '../../lib/state/sites.ts';
import type { TabPage } from '../../lib/tickets/page-state.ts';
import { hostOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { EmptyState } from '../basic/EmptyState.tsx';
import { AllowSite } from './AllowSite.tsx';
import { LookHere } from './LookHere.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';

export interface PageWordsProps {
  page: Exclude<TabPage, { kind: 'some' }>;
  /** What the browser tells us of the page's origin, where the worker does not know it. */
  origin: string | null;
}

export function PageWords({ page, origin }: PageWordsProps) {
  const site = 'origin' in page ? (page.origin ?? origin) : origin;
  // What was answered to a button is of that page alone.
  const key = `${page.list} ${site}`;
  switch (page.kind) {
    case 'unknown':
      return null;
    case 'looking':
      return <EmptyState icon={LoaderCircle} title={t('pageLooking')} isTurning />;
    case 'browser-page':
      return <EmptyState icon={AppWindow} title={t('pageBrowser')} text={t('pageBrowserNext')} />;
    case 'asked':
      return (
        <EmptyState icon={Hand} title={t('pageAsked')} text={t('pageAskedNext')}>
          {page.tabId !== null && <LookHere key={key} tabId={page.tabId} />}
        </EmptyState>
      );
    case 'off':
      return (
        <EmptyState icon={EyeOff} title={t('pageOff')} text={site && t('pageOffNext', hostOf(site))}>
          {site && <SiteSwitch key={key} origin={site} isOn={false} />}
        </EmptyState>
      );
    case 'not-allowed':
      return <NotAllowed key={key} site={site} />;
    case 'none':
      return (
        <EmptyState
          icon={FileSearch}
          title={t(page.stopped ? 'pageNoneStopped' : 'pageNone')}
          text={page.stopped ? t('pageStopped') : t('pageNoneNext')}
        />
      );
  }
}

/** `site`: null where the browser does not tell it. */
function NotAllowed({ site }: { site: string | null }) {
  const { settings } = useSettings();
  const missing = useStored(sitesItem)?.missing ?? [];
  const isThese = settings.where === 'these';
  const isEmpty = isThese && settings.sites.length === 0;
  const anywhere = () => {
    if (isEmpty) return t('pageNoSitesAny');
    if (!isThese) return t('pageNotAllowedAny');
    return t(missing.length > 0 ? 'pageNotAllowedChosen' : 'pageNotAllowedThese');
  };
  return (
    <EmptyState
      icon={Lock}
      title={t(isEmpty ? 'pageNoSites' : 'pageNotAllowed')}
      text={site === null ? anywhere() : t(isEmpty ? 'pageNoSitesNext' : 'pageNotAllowedNext', hostOf(site))}
    >
      <AllowSite origin={site} />
    </EmptyState>
  );
}
