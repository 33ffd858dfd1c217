/** The commands and their keys, which only the browser's own page can change. */
import { openCommandKeys, useCommands } from '../../lib/hooks/use-commands.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { sendKey, undoKey } from '../../lib/words/keys.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Group, Section } from './Section.tsx';

/** By the names of the manifest: the browser says them in its own language, not in the one of the settings. */
const COMMAND_WORDS: Record<string, MessageKey> = {
  'open-panel': 'commandOpenPanel',
  _execute_sidebar_action: 'commandOpenPanel',
  'look-up-selection': 'commandLookUp',
  'next-ticket': 'commandNextTicket',
};

/** Keys of the page, the composers and the lists, which nobody can change. */
const FIXED_KEYS: { words: MessageKey; keys: () => string[] }[] = [
  { words: 'keysCard', keys: () => [t('keysCardKey')] },
  { words: 'keysSend', keys: () => [sendKey()] },
  { words: 'keysUndo', keys: () => [undoKey()] },
  { words: 'keysRows', keys: () => ['↑', '↓'] },
  { words: 'keysCheck', keys: () => t('keysCheckKeys').split(', ') },
];

export function CommandsSection() {
  const commands = useCommands().flatMap(({ name, shortcut }) => {
    const words = COMMAND_WORDS[name];
    return words ? [{ name, shortcut, description: t(words) }] : [];
  });
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
      <Group title={t('keysFixed')}>
        <dl class="commands">
          {FIXED_KEYS.map(({ words, keys }) => (
            <div class="commands__row" key={words}>
              <dt>{t(words)}</dt>
              <dd>
                {keys().map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Group>
    </Section>
  );
}
