/** What the panel says where it can show no tickets of the page, each with its next step. */
import type { IconNode } from 'lucide';
import { AppWindow, EyeOff, FileSearch, Hand, LoaderCircle, Lock } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { sitesItem } from '../../lib/state/sites.ts';
import type { PageState } from '../../lib/tickets/page-state.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { AllowSite } from './AllowSite.tsx';
import { LookHere } from './LookHere.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';
import './page.css';

export interface PageWordsProps {
  page: Exclude<PageState, { kind: 'some' }>;
  tabId: number;
  /** What the browser tells us of the page's origin, where the worker does not know it. */
  origin: string | null;
}

export function PageWords({ page, tabId, origin }: PageWordsProps) {
  const site = 'origin' in page ? (page.origin ?? origin) : origin;
  switch (page.kind) {
    case 'unknown':
      return null;
    case 'looking':
      return <Words icon={LoaderCircle} title={t('pageLooking')} isTurning />;
    case 'browser-page':
      return <Words icon={AppWindow} title={t('pageBrowser')} text={t('pageBrowserNext')} />;
    case 'asked':
      return (
        <Words icon={Hand} title={t('pageAsked')} text={t('pageAskedNext')}>
          <LookHere tabId={tabId} />
        </Words>
      );
    case 'off':
      return (
        <Words icon={EyeOff} title={t('pageOff')} text={site && t('pageOffNext', hostOf(site))}>
          {site && <SiteSwitch origin={site} isOn={false} />}
        </Words>
      );
    case 'not-allowed':
      return (
        <Words
          icon={Lock}
          title={t('pageNotAllowed')}
          text={site ? t('pageNotAllowedNext', hostOf(site)) : <NotAllowedSomewhere />}
        >
          <AllowSite origin={site} />
        </Words>
      );
    case 'none':
      return (
        <Words
          icon={FileSearch}
          title={t(page.stopped ? 'pageNoneStopped' : 'pageNone')}
          text={page.stopped ? t('pageStopped') : t('pageNoneNext')}
        />
      );
  }
}

/** What is said where the browser does not tell us the site. */
function NotAllowedSomewhere() {
  const { settings } = useSettings();
  const missing = useStored(sitesItem)?.missing ?? [];
  if (settings.where !== 'these') return t('pageNotAllowedAny');
  return t(missing.length > 0 ? 'pageNotAllowedChosen' : 'pageNotAllowedThese');
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

interface WordsProps {
  icon: IconNode;
  title: string;
  text?: ComponentChildren;
  isTurning?: boolean;
  children?: ComponentChildren;
}

function Words({ icon, title, text, isTurning, children }: WordsProps) {
  return (
    <div class="page-words" role="status">
      <span class={isTurning ? 'page-words__icon page-words__icon--turning' : 'page-words__icon'}>
        <Icon of={icon} size={22} />
      </span>
      <p class="page-words__title">{title}</p>
      {text && <p>{text}</p>}
      {children && <div class="page-words__actions">{children}</div>}
    </div>
  );
}
