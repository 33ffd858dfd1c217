/** Names for the desk's numbers: the agent's own list, the desk's, and files. */
import { useNames } from '../../lib/hooks/use-names.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { fail as refuse } from '../../lib/protocol/result.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { NAME_KINDS, type NameKind, withoutListed } from '../../lib/tickets/names.ts';
import { withLines } from '../../lib/tickets/names-file.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { useChanges } from './Changes.tsx';
import { changeOfNames, inTurn } from './change.ts';
import { NamesFile } from './NamesFile.tsx';
import { NamesTable } from './NamesTable.tsx';
import { Section } from './Section.tsx';

const KIND_WORDS: Record<NameKind, MessageKey> = {
  queues: 'settingsQueues',
  topics: 'settingsTopics',
  agents: 'settingsAgents',
  groups: 'settingsGroups',
};

export function NamesSection() {
  const { names } = useNames();
  const { changeNames } = useChanges();
  return (
    <Section id="names" title={t('settingsNames')} about={t('settingsNamesAbout')}>
      <div class="name-kinds">
        {NAME_KINDS.map((kind) => (
          <NamesTable
            key={kind}
            title={t(KIND_WORDS[kind])}
            names={names[kind]}
            about={kind === 'groups' ? t('settingsGroupsAbout') : undefined}
            onChange={(make) =>
              changeNames(
                (now) => ({ ...now, [kind]: make(now[kind]) }),
                () => t('settingsChanged', t(KIND_WORDS[kind])),
              )
            }
          />
        ))}
      </div>
      <div class="actions">
        <FromDesk />
        <NamesFile
          names={names}
          onImport={(lines) =>
            void changeNames(
              (now) => withLines(now, lines),
              () => t('settingsNamesImported', lines.length),
            )
          }
        />
      </div>
    </Section>
  );
}

function FromDesk() {
  const { ask, busy } = useRequest('names.readFromDesk');
  const { names } = useNames();
  const { say, fail, warn } = useChanges();
  const read = async () => {
    const before = names;
    const answer = await ask();
    if (answer.ok)
      say(
        () => t('settingsNamesRead'),
        () =>
          inTurn(async () => (await changeOfNames((now) => withoutListed(now, before)))?.apply() ?? refuse('internal')),
      );
    else if (answer.failure.code === 'not-allowed') warn(() => t('settingsNamesNotAllowed'));
    else fail(answer.failure);
  };
  return (
    <Button busy={busy} onClick={() => void read()}>
      {t('settingsNamesFromDesk')}
    </Button>
  );
}
