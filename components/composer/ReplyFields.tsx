/** The fields of a reply to the customer. */
import { TriangleAlert } from 'lucide';
import { useRef } from 'preact/hooks';
import { useForms } from '../../lib/hooks/use-forms.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { DraftFields } from '../../lib/tickets/draft.ts';
import { otherIds } from '../../lib/tickets/other-ids.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Icon } from '../basic/Icon.tsx';
import { Status } from '../basic/Status.tsx';
import { TextArea } from '../basic/TextArea.tsx';
import { CannedReplies } from './CannedReplies.tsx';
import type { FieldsProps } from './ComposerFields.tsx';

export interface ReplyFieldsProps extends FieldsProps<DraftFields['reply']> {
  id: TicketId;
  ticket: Ticket | null;
}

export function ReplyFields({ id, ticket, fields, problems, onChange }: ReplyFieldsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // What a draft still holds of a forbidden thing is shown, so that it can be taken out.
  const { allowedActions } = useSettings().settings;
  const others = otherIds(fields.text, id, useForms());
  const insert = (text: string) => {
    const { start, end } = selectionOf(area.current, fields.text);
    onChange({ text: fields.text.slice(0, start) + text + fields.text.slice(end) });
    area.current?.focus();
  };
  return (
    <>
      <TextArea
        label={t('composerReply')}
        quietLabel
        areaRef={area}
        value={fields.text}
        placeholder={t('composerReplyPlaceholder', ticket?.customer?.name ?? t('composerCustomer'))}
        error={problemText(problems.text)}
        onChange={(text) => onChange({ text })}
      />
      {others.length > 0 && (
        <Status class="composer__warning">
          <Icon of={TriangleAlert} size={14} />
          {t('composerOtherId', others.join(', '), id)}
        </Status>
      )}
      <CannedReplies id={id} ticket={ticket} onPick={insert} />
      <div class="composer__checks">
        {(allowedActions.includes('close') || fields.andClose) && (
          <Checkbox
            label={t('composerAndClose')}
            checked={fields.andClose}
            onChange={(andClose) => onChange({ andClose })}
          />
        )}
        <Checkbox
          label={t('composerMarkSolution')}
          checked={fields.markSolution}
          onChange={(markSolution) => onChange({ markSolution })}
        />
        {(allowedActions.includes('assign') || fields.autoAssign) && (
          <Checkbox
            label={t('composerAutoAssign')}
            checked={fields.autoAssign}
            onChange={(autoAssign) => onChange({ autoAssign })}
          />
        )}
      </div>
    </>
  );
}

/** Where the caret stands; the end when the field was never entered. */
function selectionOf(area: HTMLTextAreaElement | null, text: string): { start: number; end: number } {
  if (!area || text === '') return { start: text.length, end: text.length };
  return { start: area.selectionStart, end: area.selectionEnd };
}
