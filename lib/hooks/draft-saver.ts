/** Drafts on their way to the worker: saved after a pause in typing, and held until it has them, whatever becomes of the composer. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { draftName } from '../state/drafts.ts';
import type { Draft, DraftKind } from '../tickets/draft.ts';
import { isOneLine } from '../tickets/draft-join.ts';
import type { Failure } from '../tickets/failure.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { forgetRefused, noteRefused } from './use-refused.ts';

const SAVE_AFTER_MS = 300;

/** What was not kept is saved again: each time after twice as long, up to the longest. */
const AGAIN_MS = 2000;
const LONGEST_MS = 60_000;

interface Unsaved {
  draft: Draft;
  isWorthIt: boolean;
  /** Until it is sent, at `dueAt`; undefined while the worker has it. */
  timer: ReturnType<typeof setTimeout> | undefined;
  dueAt: number;
  againMs: number;
  /** The outbox was asked to take it: a composer that is opened now is for another one. */
  isReleased: boolean;
  failure: Failure | null;
}

/** The newest of each draft, by name. */
const unsaved = new Map<string, Unsaved>();

/** The composers that stand, by the name of their draft: each hears why it was not kept. */
const composers = new Map<string, (failure: Failure | null) => void>();

function save(draft: Draft, isWorthIt: boolean): void {
  const name = draftName(draft);
  const before = unsaved.get(name);
  // Of one line the newer is the whole; two are joined by the worker.
  if (before && !isOneLine(before.draft, draft)) flush(name);
  else if (before && before.draft.changedAt > draft.changedAt) return;
  clearTimeout(before?.timer);
  const now = performance.now();
  // The first change starts the clock: while someone types on, it is still saved every 300 ms.
  const dueAt = before?.timer ? Math.min(before.dueAt, now + SAVE_AFTER_MS) : now + SAVE_AFTER_MS;
  const timer = setTimeout(flush, dueAt - now, name);
  const failure = before?.failure ?? null;
  unsaved.set(name, { draft, isWorthIt, timer, dueAt, againMs: AGAIN_MS, isReleased: false, failure });
  // The second time they are there already.
  window.addEventListener('pagehide', flushAll);
  document.addEventListener('visibilitychange', flushAll);
}

function flushAll(): void {
  for (const name of unsaved.keys()) flush(name);
}

function flush(name: string): void {
  const sent = unsaved.get(name);
  if (!sent?.timer) return;
  clearTimeout(sent.timer);
  sent.timer = undefined;
  void send(sent.draft, sent.isWorthIt).then((answer) => {
    // Typed on meanwhile, or discarded.
    if (unsaved.get(name) !== sent) return;
    sent.failure = answer.ok ? null : answer.failure;
    if (answer.ok) drop(name);
    else {
      if (sent.isWorthIt) tell(name, sent.draft, answer.failure);
      sent.dueAt = performance.now() + sent.againMs;
      sent.timer = setTimeout(flush, sent.againMs, name);
      sent.againMs = Math.min(sent.againMs * 2, LONGEST_MS);
    }
    composers.get(name)?.(sent.failure);
  });
}

function send(draft: Draft, isWorthIt: boolean) {
  const { origin, ticketId, kind } = draft;
  if (isWorthIt) return askWorker('draft.save', { draft });
  return askWorker('draft.discard', { origin, ticketId, kind, emptied: draft });
}

/** For where its composer is gone. */
function tell(name: string, { ticketId, origin, kind }: Draft, failure: Failure): void {
  const isHeard = () => composers.has(name);
  noteRefused({ id: name, ticketId, origin, action: { kind }, isDraft: true, failure, isHeard });
}

function drop(name: string): void {
  const dropped = unsaved.get(name);
  if (!dropped) return;
  clearTimeout(dropped.timer);
  unsaved.delete(name);
  forget(dropped.draft);
}

function forget({ ticketId, kind }: Draft): void {
  forgetRefused({ ticketId, action: { kind }, isDraft: true });
}

function release(name: string): void {
  const released = unsaved.get(name);
  if (released) released.isReleased = true;
  flush(name);
}

/** What was typed for it here and lies nowhere yet. */
function find(name: string): Draft | null {
  const found = unsaved.get(name);
  return found && !found.isReleased ? found.draft : null;
}

/** The kind of what was typed for a ticket here, is worth keeping and lies nowhere yet. */
export function heldKind(ticketId: TicketId, origin: string | null | undefined): DraftKind | undefined {
  const isOf = ({ draft, isWorthIt, isReleased }: Unsaved) =>
    draft.ticketId === ticketId && draft.origin === origin && isWorthIt && !isReleased;
  return [...unsaved.values()].find(isOf)?.draft.kind;
}

/** For one composer, which saves at once as it goes: the next one takes up what it left. */
export function useDraftSaver(name: string) {
  const [failure, setFailure] = useState(unsaved.get(name)?.failure ?? null);
  useLayoutEffect(() => {
    composers.set(name, setFailure);
    const left = unsaved.get(name);
    if (left) forget(left.draft);
    return () => {
      composers.delete(name);
      flush(name);
    };
  }, [name]);
  return { save, failure, drop: () => drop(name), release: () => release(name), find: () => find(name) };
}
