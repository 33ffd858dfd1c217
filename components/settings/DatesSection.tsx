/** How the desk writes dates and times, with what they would look like now. */
import { useMemo } from 'preact/hooks';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { deskZone, isDateForm, isDateTimeForm, writeDay, writeInstant } from '../../lib/tickets/desk-dates.ts';
import { t } from '../../lib/words/words.ts';
import { Combobox } from '../basic/Combobox.tsx';
import { LockNote, Section } from './Section.tsx';
import { PLAIN_TEXT, TypedField } from './TextSetting.tsx';
import { type TypedSetting, useTypedSetting } from './use-setting.ts';

export function DatesSection() {
  const dateForm = useTypedSetting('dateForm', t('settingsDateForm'), PLAIN_TEXT);
  const dateTimeForm = useTypedSetting('dateTimeForm', t('settingsDateTimeForm'), PLAIN_TEXT);
  const zone = useTypedSetting('zone', t('settingsZone'), PLAIN_TEXT);
  const now = new Date(useNow()).toISOString();
  const day = isDateForm(dateForm.text) ? writeDay(now.slice(0, 10), dateForm.text) : null;
  const time = isDateTimeForm(dateTimeForm.text) ? writeInstant(now, dateTimeForm.text, zone.text) : null;
  const preview = (written: string | null) => (written === null ? undefined : t('settingsDatePreview', written));
  return (
    <Section id="dates" title={t('settingsDates')} about={t('settingsDatesAbout')}>
      <div class="columns">
        <TypedField label={t('settingsDateForm')} field={dateForm} hint={preview(day)} />
        <TypedField label={t('settingsDateTimeForm')} field={dateTimeForm} hint={preview(time)} />
        <ZoneField field={zone} />
      </div>
    </Section>
  );
}

function ZoneField({ field }: { field: TypedSetting }) {
  const { settings } = useSettings();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })), []);
  return (
    <div class="setting" ref={field.box} onFocusOut={field.settle}>
      <Combobox
        label={t('settingsZone')}
        value={field.text}
        options={zones}
        placeholder={deskZone('')}
        hint={settings.zone === '' ? t('settingsZoneBrowser', deskZone('')) : undefined}
        error={field.error}
        disabled={field.isLocked}
        onChange={field.type}
        onEnter={field.enter}
      />
      {field.isLocked && <LockNote />}
    </div>
  );
}
