/** The settings page: all sections under one another, with ways to each. */
import { Cable, CalendarClock, Database, Globe, Keyboard, MessageSquareReply, Palette, ScanText, Users } from 'lucide';
import { t } from '../../lib/words/words.ts';
import { CommandsSection } from './CommandsSection.tsx';
import { ConnectionSection } from './ConnectionSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DatesSection } from './DatesSection.tsx';
import { FormsSection } from './FormsSection.tsx';
import { LookSection } from './LookSection.tsx';
import { MissingNotice } from './MissingNotice.tsx';
import { NamesSection } from './NamesSection.tsx';
import { PolicyNotice } from './PolicyNotice.tsx';
import { RepliesSection } from './RepliesSection.tsx';
import { SectionNav } from './SectionNav.tsx';
import { WhereSection } from './WhereSection.tsx';

export function SettingsPage() {
  return (
    <div class="settings">
      <header class="settings__head">
        <img class="settings__logo" src="/icon/48.png" alt="" width={32} height={32} />
        <h1 class="settings__title">{t('settingsTitle')}</h1>
      </header>
      <SectionNav
        sections={[
          { id: 'connection', title: t('settingsConnection'), icon: Cable },
          { id: 'where', title: t('settingsWhere'), icon: Globe },
          { id: 'forms', title: t('settingsForms'), icon: ScanText },
          { id: 'dates', title: t('settingsDates'), icon: CalendarClock },
          { id: 'names', title: t('settingsNames'), icon: Users },
          { id: 'replies', title: t('settingsReplies'), icon: MessageSquareReply },
          { id: 'look', title: t('settingsLook'), icon: Palette },
          { id: 'commands', title: t('settingsCommands'), icon: Keyboard },
          { id: 'data', title: t('settingsData'), icon: Database },
        ]}
      />
      <main class="settings__main">
        <PolicyNotice />
        <MissingNotice />
        <ConnectionSection />
        <WhereSection />
        <FormsSection />
        <DatesSection />
        <NamesSection />
        <RepliesSection />
        <LookSection />
        <CommandsSection />
        <DataSection />
      </main>
    </div>
  );
}
