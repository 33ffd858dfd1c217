/** One action on several tickets: its composer, its way into the outbox, and how each ticket ended. */
import { useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { outbox, outcomes } from '../state/outbox.ts';
import type { OutboxId } from '../tickets/actions.ts';
import {
  type BulkFields,
  type BulkKind,
  type BulkOpening,
  type BulkPlan,
  FRESH_BULK,
  spentOfBulks,
} from '../tickets/bulk.ts';
import { type BulkEnds, type BulkSent, type BulkTally, followBulk, tallyOf } from '../tickets/bulk-result.ts';
import type { Failure } from '../tickets/failure.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useDesk } from './use-desk.ts';
import { useStoredFamily } from './use-stored.ts';

/** Entry ids and desk are those of the moment it opened (threats R15). */
export interface BulkComposing extends BulkOpening {
  kind: BulkKind;
  ids: TicketId[];
}

export interface BulkState {
  /** The composer that is open, and whose tickets: they stay the same while it is. */
  composer: BulkComposing | null;
  open: (kind: BulkKind, ids: TicketId[]) => void;
  close: () => void;
  leaveOut: (ids: TicketId[]) => void;
  /** As they were left when a composer was closed or its bulk was undone. */
  fields: BulkFields;
  change: <K extends BulkKind>(kind: K, fields: Partial<BulkFields[K]>) => void;
  send: (plan: BulkPlan) => Promise<void>;
  busy: boolean;
  /** Why what is in the open composer was not taken. */
  failure: Failure | null;
  /** Why what was put aside meanwhile was not taken; said until the next is opened. */
  refused: Failure | null;
  /** How the latest one went; null before the first, after `forget` and once the next is opened. */
  result: { bulkId: string; kind: BulkKind; ends: BulkEnds; tally: BulkTally } | null;
  /** The agent has seen the result, and goes on from it. */
  isResultRead: boolean;
  forget: () => void;
  /** What was not sent is tried again: the fields stay, and how each ended stays to be seen. */
  goOn: () => void;
}

interface Opened extends BulkComposing {
  bulkId: string;
}

interface Sent extends BulkSent {
  bulkId: string;
  kind: BulkKind;
}

export function useBulk(): BulkState {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fields, setFields] = useState<BulkFields>(FRESH_BULK);
  const [sent, setSent] = useState<Sent | null>(null);
  const [isResultRead, setResultRead] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ bulkId: string; failure: Failure } | null>(null);
  const result = useResult(sent);
  const entries = useStoredFamily(outbox);
  const origin = useDesk();

  const open = (kind: BulkKind, ids: TicketId[]) => {
    if (!origin) return;
    const entryIds = new Map(ids.map((id) => [id, crypto.randomUUID() as OutboxId]));
    setFailed(null);
    setSent(null);
    setOpened({ kind, ids, origin, bulkId: crypto.randomUUID(), entryIds });
  };
  const send = async (plan: BulkPlan) => {
    if (!opened || busy) return;
    setBusy(true);
    const { kind, bulkId } = opened;
    const answer = await askWorker('action.submitMany', { bulkId, parts: plan.parts });
    setBusy(false);
    setFailed(answer.ok ? null : { bulkId, failure: answer.failure });
    if (!answer.ok) return;
    const refused = answer.value.refused.map(({ id }) => id);
    const taken = plan.parts.filter(({ id }) => !refused.includes(id));
    // Another try takes the place of the one that failed.
    for (const { id } of spentOfBulks(entries?.values() ?? [], taken)) void askWorker('action.discard', { id });
    // Another one may have been opened meanwhile.
    setOpened((now) => (now?.bulkId === bulkId ? null : now));
    setResultRead(false);
    setSent({ ...plan, bulkId, kind, refused: answer.value.refused });
  };
  const isOfOpened = failed?.bulkId === opened?.bulkId;
  const failure = failed?.failure ?? null;
  return {
    composer: opened,
    open,
    close: () => {
      setFailed(null);
      setOpened(null);
    },
    leaveOut: (out) => setOpened((now) => now && { ...now, ids: now.ids.filter((id) => !out.includes(id)) }),
    fields,
    change: (kind, some) => setFields((now) => ({ ...now, [kind]: { ...now[kind], ...some } })),
    send,
    busy,
    failure: isOfOpened ? failure : null,
    refused: isOfOpened ? null : failure,
    result,
    isResultRead,
    forget: () => {
      setSent(null);
      setFields(FRESH_BULK);
    },
    goOn: () => setResultRead(true),
  };
}

/** What was known of an end stays known after the outbox has forgotten it. */
function useResult(sent: Sent | null): BulkState['result'] {
  const entries = useStoredFamily(outbox);
  const ended = useStoredFamily(outcomes);
  const known = useRef<{ of: Sent | null; ends: BulkEnds }>({ of: null, ends: new Map() });
  if (!sent || !entries || !ended) return null;
  const before: BulkEnds = known.current.of === sent ? known.current.ends : new Map();
  const ends = followBulk(before, sent, entries, ended);
  known.current = { of: sent, ends };
  return { bulkId: sent.bulkId, kind: sent.kind, ends, tally: tallyOf(ends) };
}
