/** The fields of a note, which only agents see. */
import { EyeOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { knownCodes, STATUS } from '../../lib/tickets/codes.ts';
import type { DraftFields } from '../../lib/tickets/draft.ts';
import { codeWord } from '../../lib/words/code-word.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Badge } from '../basic/Badge.tsx';
import { Select } from '../basic/Select.tsx';
import { TextArea } from '../basic/TextArea.tsx';
import type { FieldsProps } from './ComposerFields.tsx';

export interface NoteFieldsProps extends FieldsProps<DraftFields['note']> {
  /** The field of the minutes: it stands beside the status. */
  minutes: ComponentChildren;
}

export function NoteFields({ fields, problems, onChange, minutes }: NoteFieldsProps) {
  const { allowedActions } = useSettings().settings;
  // A draft may still hold what is forbidden by now: it is shown, so that it can be taken out.
  const isOffered = (status: number) =>
    status !== STATUS.closed || status === fields.status || allowedActions.includes('close');
  const statuses = knownCodes('status').filter(isOffered);
  return (
    <>
      <p class="composer__only">
        <Badge tone="amber" icon={EyeOff}>
          {t('composerOnlyAgents')}
        </Badge>
      </p>
      <TextArea
        label={t('composerNote')}
        quietLabel
        value={fields.text}
        placeholder={t('composerNotePlaceholder')}
        error={problemText(problems.text)}
        onChange={(text) => onChange({ text })}
      />
      <div class="composer__row">
        <Select
          label={t('composerSetStatus')}
          value={fields.status === null ? '' : String(fields.status)}
          options={[{ value: '', label: t('composerStatusAsIs') }, ...statuses.map(statusOption)]}
          onChange={(status) => onChange({ status: status === '' ? null : Number(status) })}
        />
        {minutes}
      </div>
    </>
  );
}

function statusOption(status: number) {
  return { value: String(status), label: codeWord('status', status) };
}
