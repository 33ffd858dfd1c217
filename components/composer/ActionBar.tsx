/** The six actions in their order; each opens its composer in place, closing is one click. */
import { CircleCheck, RotateCcw } from 'lucide';
import type { Ref } from 'preact';
import { useClose } from '../../lib/hooks/use-close.ts';
import { useOutboxOf } from '../../lib/hooks/use-outbox.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { TicketRecord } from '../../lib/state/tickets.ts';
import type { ActionKind } from '../../lib/tickets/actions.ts';
import { STATUS } from '../../lib/tickets/codes.ts';
import type { DraftKind } from '../../lib/tickets/draft.ts';
import { needsAgent } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { FailureNote } from '../failure/FailureNote.tsx';
import { leaveFocus } from '../page/focus.ts';
import { ActionButton } from './ActionButton.tsx';
import { COMPOSER_LOOKS } from './composer-looks.ts';
import './action-bar.css';

export interface ActionBarProps {
  id: TicketId;
  record: TicketRecord | null;
  kinds: readonly ActionKind[];
  opened: DraftKind | null;
  withDraft: DraftKind[];
  onOpen: (kind: DraftKind) => void;
  onReopen: () => void;
  barRef: Ref<HTMLDivElement>;
}

export function ActionBar({ id, record, kinds, opened, withDraft, onOpen, onReopen, barRef }: ActionBarProps) {
  const { allowedActions } = useSettings().settings;
  const closing = useClose(id, record);
  const shown = kinds.filter((kind) => allowedActions.includes(kind));
  const isClosing = useOutboxOf(id)?.some((entry) => entry.action.kind === 'close' && !needsAgent(entry));
  // Tags are sent as one whole set, and nobody closes what they have not seen. All else can be written ahead.
  const isEarly = (kind: ActionKind) =>
    !record && (kind === 'close' || (kind === 'tag' && opened !== 'tag' && !withDraft.includes('tag')));
  const isClosed = record?.ticket.status === STATUS.closed;
  if (shown.length === 0) return null;
  return (
    <>
      <div class="action-bar" role="toolbar" aria-label={t('composerActions')} ref={barRef} onKeyDown={moveByArrow}>
        {shown.map(
          (kind) =>
            kind !== 'close' && (
              <ActionButton
                key={kind}
                icon={COMPOSER_LOOKS[kind].icon}
                word={t(COMPOSER_LOOKS[kind].word)}
                title={isEarly(kind) ? t('composerNotRead') : undefined}
                disabled={isEarly(kind)}
                expanded={opened === kind}
                hasDraft={withDraft.includes(kind)}
                onClick={() => onOpen(kind)}
              />
            ),
        )}
        {!isClosed && shown.includes('close') && (
          <ActionButton
            key="end"
            icon={CircleCheck}
            word={t('composerClose')}
            title={t(isEarly('close') ? 'composerNotRead' : 'composerCloseTicket')}
            busy={closing.busy || isClosing}
            disabled={isEarly('close')}
            buttonRef={leaveFocus}
            onClick={closing.close}
          />
        )}
        {/* The same button by its key: the focus stays in it. Where it has no successor the head of the ticket gets it. */}
        {isClosed && shown.includes('note') && (
          <ActionButton key="end" icon={RotateCcw} word={t('composerReopen')} onClick={onReopen} />
        )}
      </div>
      {closing.failure && !isClosed && (
        <div class="action-bar__failure">
          <FailureNote
            failure={closing.failure}
            onRetry={closing.close}
            retrying={closing.busy}
            actionsRef={leaveFocus}
          />
        </div>
      )}
    </>
  );
}

/** Beside Tab the arrows lead from button to button, as in every toolbar. */
function moveByArrow(event: KeyboardEvent) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  buttons.at((at + step) % buttons.length)?.focus();
}
