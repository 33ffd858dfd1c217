/** The actions of one ticket: the bar, the composer that is open, and what stopped on its way to the desk. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { heldKind } from '../../lib/hooks/draft-saver.ts';
import { useDesk } from '../../lib/hooks/use-desk.ts';
import { useDraftsOf } from '../../lib/hooks/use-drafts-of.ts';
import { useFrontTime } from '../../lib/hooks/use-front-time.ts';
import { isTakenBackHere, showTakenBack } from '../../lib/hooks/use-outbox.ts';
import { useStands } from '../../lib/hooks/use-refused.ts';
import { useStoredFamily } from '../../lib/hooks/use-stored.ts';
import { outcomes } from '../../lib/state/outbox.ts';
import type { TicketRecord } from '../../lib/state/tickets.ts';
import { ACTION_KINDS, type ActionKind } from '../../lib/tickets/actions.ts';
import { STATUS } from '../../lib/tickets/codes.ts';
import type { Draft, DraftKind } from '../../lib/tickets/draft.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { FailureNote } from '../failure/FailureNote.tsx';
import { leaveFocus } from '../page/focus.ts';
import { ActionBar } from './ActionBar.tsx';
import { Composer } from './Composer.tsx';

export interface TicketActionsProps {
  id: TicketId;
  record: TicketRecord | null;
  /** All six unless fewer are wanted, as in the popup. */
  kinds?: readonly ActionKind[];
  /** The desk has no such ticket for this key: only what was typed for it is still shown. */
  isMissing?: boolean;
  /** A quote that the note is to take up; `onQuoted` says that it did. */
  quoted?: string;
  onQuoted?: () => void;
}

interface Opened {
  kind: DraftKind;
  /** Preselected in a note, by `Reopen`. */
  status?: number;
}

export function TicketActions({ id, record, kinds = ACTION_KINDS, isMissing, quoted, onQuoted }: TicketActionsProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  /** Why what was put aside meanwhile was not taken; said until the next composer is opened. */
  const [refused, setRefused] = useState<Failure | null>(null);
  const isHeard = useStands();
  const bar = useRef<HTMLDivElement>(null);
  const desk = useDesk();
  const own = useDraftsOf(id, desk);
  useFrontTime(id);
  useReturningDrafts(id, own, desk, kinds, (kind) => setOpened((now) => now ?? { kind }));

  useEffect(() => {
    if (quoted !== undefined) setOpened({ kind: 'note' });
  }, [quoted]);

  const open = (next: Opened) => {
    setRefused(null);
    setOpened(next);
  };
  const close = () => {
    const at = document.activeElement;
    // Closed from another surface it leaves the agent where they are.
    if (!at || at === document.body || at.closest('.composer'))
      bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpened(null);
  };
  if (isMissing && !opened && !own?.length) return null;
  return (
    <>
      <ActionBar
        barRef={bar}
        id={id}
        record={record}
        kinds={kinds}
        opened={opened?.kind ?? null}
        withDraft={own?.map(({ kind }) => kind) ?? []}
        onOpen={(kind) => (opened?.kind === kind ? close() : open({ kind }))}
        onReopen={() => open({ kind: 'note', status: STATUS.working })}
      />
      {refused && (
        <div class="action-bar__failure">
          <FailureNote failure={refused} actionsRef={leaveFocus} />
        </div>
      )}
      {opened && desk && (
        <Composer
          key={`${desk} ${opened.kind}`}
          id={id}
          origin={desk}
          record={record}
          kind={opened.kind}
          status={opened.status}
          quoted={opened.kind === 'note' ? quoted : undefined}
          onQuoted={onQuoted}
          onClose={close}
          onRefused={setRefused}
          isHeard={isHeard}
        />
      )}
    </>
  );
}

/**
 * Opens the composer of a draft that lay here when the ticket was opened or was not kept yet by then, that was taken
 * back in this window, or that came back by itself, unless one is open. What is begun elsewhere moves nothing here: its
 * button says that it waits.
 */
function useReturningDrafts(
  id: TicketId,
  own: Draft[] | undefined,
  desk: string | null | undefined,
  kinds: readonly ActionKind[],
  onReturn: (kind: DraftKind) => void,
): void {
  const ended = useStoredFamily(outcomes);
  const known = useRef<{ desk: typeof desk; own: Draft[] } | null>(null);
  useEffect(() => {
    if (!own) return;
    const before = known.current?.desk === desk ? known.current?.own : undefined;
    const isReturned = (draft: Draft) => {
      if (!before) return true;
      const was = before.find(({ id }) => id === draft.id);
      // Into what was put aside meanwhile it is given back under the id of that.
      if (isTakenBackHere(draft)) return was?.givenAt !== draft.givenAt;
      return !was && ended?.get(draft.id)?.outcome === 'draft';
    };
    const returned = own.find((draft) => isReturned(draft) && kinds.includes(draft.kind));
    known.current = { desk, own };
    if (returned) showTakenBack(returned);
    const held = before ? undefined : heldKind(id, desk);
    const kind = held && kinds.includes(held) ? held : returned?.kind;
    if (kind) onReturn(kind);
  });
}
