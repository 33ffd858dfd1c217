/** Theme, marks in pages, language. */
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/languages.ts';
import { t } from '../../lib/words/words.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { Section } from './Section.tsx';

export function LookSection() {
  return (
    <Section id="look" title={t('settingsLook')}>
      <div class="columns">
        <ChoiceSetting
          name="theme"
          label={t('settingsTheme')}
          options={[
            { value: 'system', label: t('settingsThemeSystem') },
            { value: 'light', label: t('settingsThemeLight') },
            { value: 'dark', label: t('settingsThemeDark') },
          ]}
        />
        <ChoiceSetting
          name="markStyle"
          label={t('settingsMarks')}
          hint={t('settingsMarksHint')}
          options={[
            { value: 'underline', label: t('settingsMarksUnderline') },
            { value: 'tint', label: t('settingsMarksTint') },
            { value: 'off', label: t('settingsMarksOff') },
          ]}
        />
        <ChoiceSetting
          name="language"
          label={t('settingsLanguage')}
          options={[
            { value: '', label: t('settingsLanguageBrowser') },
            ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
          ]}
        />
      </div>
    </Section>
  );
}
