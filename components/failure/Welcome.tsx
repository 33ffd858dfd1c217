/** What stands on a surface before there is a connection. */
import type { Connection } from '../../lib/state/connection.ts';
import { hostOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { SettingsButton } from './FailureNote.tsx';
import './welcome.css';

export function Welcome({ connection }: { connection: Connection | null }) {
  const host = connection ? hostOf(connection.origin) : '';
  return (
    <section class="welcome">
      <img src="/icon/deskside.svg" alt="" width={48} height={48} />
      <h2 class="welcome__title">{connection ? t('failureKeyMissing') : t('failureNoConnection')}</h2>
      <p>{connection ? t('failureKeyMissingNext', host) : t('failureNoConnectionNext')}</p>
      <SettingsButton />
    </section>
  );
}
