/** Replies: time to undo, minutes, the ticket's address at the desk, canned replies. */
import { t } from '../../lib/words/words.ts';
import { CannedReplies } from './CannedReplies.tsx';
import { CheckSetting } from './ChoiceSetting.tsx';
import { Group, Section } from './Section.tsx';
import { PLAIN_TEXT, TextSetting } from './TextSetting.tsx';

export function RepliesSection() {
  return (
    <Section id="replies" title={t('settingsReplies')}>
      <div class="columns">
        <TextSetting
          name="undoSeconds"
          label={t('settingsUndoSeconds')}
          hint={t('settingsUndoSecondsHint')}
          type="number"
          min={0}
          max={30}
          read={(text) => (text.trim() === '' ? Number.NaN : Number(text))}
          write={String}
        />
        <TextSetting
          name="openInDesk"
          label={t('settingsOpenInDesk')}
          hint={t('settingsOpenInDeskHint')}
          type="url"
          placeholder="https://acme.sympoq.com/…/{id}"
          {...PLAIN_TEXT}
        />
      </div>
      <CheckSetting name="minutesChip" label={t('settingsMinutes')} hint={t('settingsMinutesHint')} />
      <Group
        title={t('composerCanned')}
        about={t('settingsCannedAbout', '{{customer.name}}, {{customer.firstName}}, {{ticket.id}}, {{agent.name}}')}
      >
        <CannedReplies />
      </Group>
    </Section>
  );
}
