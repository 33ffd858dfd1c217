/** The panel's places, with how much is in each. */

import { FileSearch, type IconNode, ListChecks, Send, Settings } from 'lucide';
import { browser } from 'wxt/browser';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import './navigation.css';

export type View = 'page' | 'tickets' | 'outbox';

export interface NavigationProps {
  /** Null where something else is shown: a search, a ticket from it. */
  current: View | null;
  onGo: (view: View) => void;
  ticketsOnPage: number;
  inOutbox: number;
}

export function Navigation({ current, onGo, ticketsOnPage, inOutbox }: NavigationProps) {
  const place = (view: View, icon: IconNode, words: string, count = 0) => (
    <button
      type="button"
      class="navigation__place"
      aria-current={current === view ? 'page' : undefined}
      onClick={() => onGo(view)}
    >
      <Icon of={icon} />
      <span class="navigation__words">{words}</span>
      {count > 0 && <span class="navigation__count">{numberText(count)}</span>}
    </button>
  );
  return (
    <nav class="navigation" aria-label={t('panelNavigation')}>
      {place('page', FileSearch, t('panelOnThisPage'), ticketsOnPage)}
      {place('tickets', ListChecks, t('panelTickets'))}
      {place('outbox', Send, t('panelOutbox'), inOutbox)}
      <IconButton icon={Settings} label={t('panelSettings')} onClick={() => void browser.runtime.openOptionsPage()} />
    </nav>
  );
}
