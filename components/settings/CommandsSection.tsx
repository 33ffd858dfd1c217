/** The commands and their keys, which only the browser's own page can change. */
import { openCommandKeys, useCommands } from '../../lib/hooks/use-commands.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Section } from './Section.tsx';

export function CommandsSection() {
  const commands = useCommands().filter(({ description }) => description !== '');
  return (
    <Section id="commands" title={t('settingsCommands')} about={t('settingsCommandsAbout')}>
      {commands.length > 0 && (
        <dl class="commands">
          {commands.map(({ name, description, shortcut }) => (
            <div class="commands__row" key={name}>
              <dt>{description}</dt>
              <dd>{shortcut === '' ? t('settingsNoKey') : <kbd>{shortcut}</kbd>}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="actions">
        <Button onClick={() => void openCommandKeys()}>{t('settingsChangeKeys')}</Button>
      </div>
    </Section>
  );
}
