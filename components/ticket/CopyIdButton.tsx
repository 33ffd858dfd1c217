/** Copies a ticket's ID and says so once, or that it could not. */
import { Check, Copy } from 'lucide';
import { useCopy } from '../../lib/hooks/use-copy.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { IconButton } from '../basic/IconButton.tsx';

export function CopyIdButton({ id }: { id: TicketId }) {
  const { copied, copy } = useCopy();
  return (
    <>
      <IconButton icon={copied ? Check : Copy} label={t('ticketCopyId')} onClick={() => copy(id)} />
      <span class={copied === false ? 'ticket-header__refused' : 'sr-only'} role="status">
        {copied ? t('ticketCopied', id) : copied === false && t('notCopied')}
      </span>
    </>
  );
}
