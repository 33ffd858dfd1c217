/** The agent's canned replies: a list to choose from, filled with what is known of the ticket. */
import { MessageSquareText } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { fillingsOf, fillReply } from '../../lib/tickets/canned-reply.ts';
import { matchOptions } from '../../lib/tickets/combobox-match.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { TextField } from '../basic/TextField.tsx';

export interface CannedRepliesProps {
  id: TicketId;
  ticket: Ticket | null;
  /** The text with what is known filled in. */
  onPick: (text: string) => void;
}

/** So many fit without a filter. */
const FEW = 6;

export function CannedReplies({ id, ticket, onPick }: CannedRepliesProps) {
  const { cannedReplies, agentName } = useSettings().settings;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const listId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const options = cannedReplies.map((reply) => ({ value: reply.id, label: reply.title, hint: reply.text }));
  const shown = matchOptions(options, typed);
  const pick = (text: string) => {
    setOpen(false);
    onPick(fillReply(text, fillingsOf(ticket, id, agentName)));
  };
  return (
    <fieldset
      class="canned"
      aria-label={t('composerCanned')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <Button
        look="quiet"
        icon={MessageSquareText}
        expanded={open}
        controls={open ? listId : undefined}
        buttonRef={opener}
        onClick={() => setOpen(!open)}
      >
        {t('composerCanned')}
      </Button>
      {open && (
        <div class="canned__list" id={listId}>
          {options.length > FEW && (
            <TextField
              label={t('composerCannedFilter')}
              quietLabel
              placeholder={t('composerCannedFilter')}
              value={typed}
              onChange={setTyped}
              onEnter={() => shown[0] && pick(shown[0].hint ?? '')}
            />
          )}
          {options.length === 0 && <NoReplies />}
          {options.length > 0 && shown.length === 0 && <p class="composer__none">{t('composerCannedNoMatch')}</p>}
          {shown.map((option) => (
            <button key={option.value} type="button" class="canned__reply" onClick={() => pick(option.hint ?? '')}>
              <span class="canned__title">{option.label}</span>
              <span class="canned__text">{option.hint}</span>
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function NoReplies() {
  return (
    <p class="composer__none">
      {t('composerCannedNone')}{' '}
      <Button look="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('failureOpenSettings')}
      </Button>
    </p>
  );
}
