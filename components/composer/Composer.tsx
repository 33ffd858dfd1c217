/** The frame of a composer: whose ticket, the fields, what will happen, and the button that does it. */
import { X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDraft } from '../../lib/hooks/use-draft.ts';
import { forgetFrontTime } from '../../lib/hooks/use-front-time.ts';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useOutboxOf } from '../../lib/hooks/use-outbox.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useSubmit } from '../../lib/hooks/use-submit.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { isFresh, type TicketRecord } from '../../lib/state/tickets.ts';
import type { DraftKind } from '../../lib/tickets/draft.ts';
import { checkDraft, type Problems } from '../../lib/tickets/draft-check.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import { WHAT } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { withHalfFilled } from '../basic/half-filled.ts';
import { Icon } from '../basic/Icon.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { ComposerFields } from './ComposerFields.tsx';
import { ComposerFoot } from './ComposerFoot.tsx';
import { COMPOSER_LOOKS } from './composer-looks.ts';
import './composer.css';

export interface ComposerProps {
  id: TicketId;
  /** The desk it writes to. */
  origin: string;
  record: TicketRecord | null;
  kind: DraftKind;
  /** Preselected status of a note. */
  status?: number;
  /** A quote that the text is to take up, below what stands there; `onQuoted` says that it did. */
  quoted?: string;
  onQuoted?: () => void;
  onClose: () => void;
  /** The outbox did not take it, and it was put aside meanwhile. */
  onRefused: (failure: Failure) => void;
  /** Whether what hears that still stands. */
  isHeard: () => boolean;
}

export function Composer(props: ComposerProps) {
  const { id, origin, record, kind, status, quoted, onQuoted, onClose, onRefused, isHeard } = props;
  const form = useRef<HTMLFormElement>(null);
  const {
    draft,
    isKept,
    change,
    keepAgain,
    preset,
    discard,
    release,
    failure: unsaved,
  } = useDraft({ origin, ticketId: id, kind }, record, onClose);
  const { names } = useNames();
  const { zone } = useSettings().settings;
  const submission = useSubmit(isHeard);
  const hasEntries = useOutboxOf(id)?.length !== 0;
  const [problems, setProblems] = useState<Problems>({});
  const leadToWrong = useWrongField(form);
  useFirstFocus(form, draft !== null);
  usePreselected(status, draft !== null, (chosen) => preset({ status: chosen }));
  useEffect(() => {
    if (quoted === undefined || draft?.kind !== 'note') return;
    change({ text: [draft.fields.text, `${quoted}\n\n`].filter((part) => part !== '').join('\n\n') });
    onQuoted?.();
  }, [quoted, draft === null]);
  if (!draft) return null;

  const send = async () => {
    const tags = record?.ticket.tags ?? draft.seen.tags;
    const present = record && !hasEntries && isFresh(record, Date.now()) ? record.ticket : undefined;
    const checked = withHalfFilled(checkDraft(draft, { names, zone, tags, present }), form.current);
    setProblems(checked.ok ? {} : checked.problems);
    if (!checked.ok) return leadToWrong();
    release();
    const { id: entryId, seen } = draft;
    const answer = await submission.submit({ id: entryId, ticketId: id, origin, action: checked.action, seen });
    if (!answer?.ok) {
      if (form.current) return change({});
      if (answer) onRefused(answer.failure);
      return keepAgain();
    }
    if ('minutes' in checked.action) forgetFrontTime(id);
    // Put aside meanwhile: what is open now is another one.
    if (form.current) onClose();
  };
  const title = t(WHAT[kind], id);
  return (
    <form
      ref={form}
      class={`composer composer--${kind}`}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        } else if (event.key === 'Escape' && !event.isComposing) onClose();
        // In a form it sends from every field but the text: what people read goes out by intent only.
        else if (event.key === 'Enter' && 'text' in draft.fields && event.target instanceof HTMLInputElement)
          event.preventDefault();
      }}
    >
      <header class="composer__top">
        <Icon of={COMPOSER_LOOKS[kind].icon} />
        <h3 class="composer__title">{title}</h3>
        <IconButton icon={X} label={t('composerPutAside')} onClick={onClose} />
      </header>
      <ComposerFields
        id={id}
        ticket={record?.ticket ?? null}
        draft={draft}
        problems={problems}
        onChange={(fields) => {
          setProblems({});
          change(fields);
        }}
      />
      <ComposerFoot
        draft={draft}
        ticket={record?.ticket ?? null}
        isKept={isKept}
        busy={submission.busy}
        failure={submission.failure ?? unsaved}
        onDiscard={() => {
          discard();
          onClose();
        }}
      />
    </form>
  );
}

/** As it is drawn: the next key is meant for it. */
function useFirstFocus(form: { current: HTMLFormElement | null }, isReady: boolean) {
  useLayoutEffect(() => {
    // What opens by itself takes no letter of what is being typed elsewhere.
    if (isReady && !document.activeElement?.matches('input, textarea, select'))
      form.current?.querySelector<HTMLElement>('textarea, [role="combobox"]')?.focus();
  }, [isReady, form]);
}

function usePreselected(status: number | undefined, isReady: boolean, choose: (status: number) => void) {
  const isDone = useRef(false);
  useEffect(() => {
    if (status === undefined || !isReady || isDone.current) return;
    isDone.current = true;
    choose(status);
  });
}
