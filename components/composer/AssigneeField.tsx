/** Who gets a ticket, or several: a name, a number, or the agent. */
import { UserRound } from 'lucide';
import { useState } from 'preact/hooks';
import { speak } from '../../lib/hooks/speak.ts';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { Problem } from '../../lib/tickets/draft-check.ts';
import { typedName } from '../../lib/tickets/names.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { Combobox } from '../basic/Combobox.tsx';

export interface AssigneeFieldProps {
  value: string;
  problem: Problem | undefined;
  onChange: (change: { assignee: string }) => void;
}

export function AssigneeField({ value, problem, onChange }: AssigneeFieldProps) {
  const { names, optionsOf } = useNames();
  const { agentNumber } = useSettings().settings;
  const [unknownMe, setUnknownMe] = useState(false);
  const assignToMe = () => {
    if (agentNumber !== null) return onChange({ assignee: typedName(names, 'agents', agentNumber) });
    setUnknownMe(true);
    // Beside the chip, which keeps the focus.
    speak(t('composerNoAgentNumber'));
  };
  return (
    <Combobox
      label={t('ticketAssignee')}
      value={value}
      options={optionsOf('agents')}
      placeholder={t('composerAssigneeHint')}
      error={problemText(problem) ?? (unknownMe && agentNumber === null ? t('composerNoAgentNumber') : undefined)}
      aside={
        <Chip icon={UserRound} onClick={assignToMe}>
          {t('composerAssignToMe')}
        </Chip>
      }
      onChange={(assignee) => {
        setUnknownMe(false);
        onChange({ assignee });
      }}
    />
  );
}
