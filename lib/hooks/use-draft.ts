/** A composer's draft: what was typed, kept as it is typed, taken up again wherever it was left. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { type DraftPlace, draftName, drafts } from '../state/drafts.ts';
import type { TicketRecord } from '../state/tickets.ts';
import type { OutboxId } from '../tickets/actions.ts';
import { changedDraft, type Draft, withFirstSeen, withTagsNow } from '../tickets/draft.ts';
import { isSameDraft, takenOver } from '../tickets/draft-join.ts';
import type { Failure } from '../tickets/failure.ts';
import { freshDraft, isWorthKeeping } from '../tickets/fresh-draft.ts';
import { seenOf } from '../tickets/seen.ts';
import { useDraftSaver } from './draft-saver.ts';
import { useStoredFamily } from './use-stored.ts';

type Fields = Partial<Draft['fields']>;

export interface DraftState {
  /** Null until storage was asked. */
  draft: Draft | null;
  /** Something is typed that is worth keeping. */
  isKept: boolean;
  change: (fields: Fields) => void;
  /** Saves what was put aside as old as it is: what was typed elsewhere since stays. */
  keepAgain: () => void;
  /** Fills fields for a button: they are kept only once something is typed beside them. */
  preset: (fields: Fields) => void;
  /** Why the latest save was not kept; null when it was. */
  failure: Failure | null;
  /** Forgets what was typed, here and in storage. */
  discard: () => void;
  /** To be called as it is sent: the stored one, which the worker takes away then, is to be what is sent. */
  release: () => void;
}

/** `onGone`: what stood here was sent or discarded on another surface. */
export function useDraft(place: DraftPlace, record: TicketRecord | null, onGone: () => void): DraftState {
  const { origin, ticketId, kind } = place;
  // From all drafts, which the ticket knows by then: the fields stand at once, and take the letters that come with the click.
  const all = useStoredFamily(drafts);
  const name = draftName(place);
  const stored = all && (all.get(name) ?? null);
  const preset = useRef<Fields>({});
  const saver = useDraftSaver(name);
  /** As it lay in storage last. */
  const kept = useRef<Draft | null>(null);
  const begin = (id?: OutboxId) => withFields(freshOf(place, record, id), preset.current);
  const [own, setOwn] = useState<Draft | null>(() => {
    // Put aside a moment ago it may not lie in storage yet.
    const left = saver.find();
    if (left) return stored ? takenOver(left, null, stored) : left;
    return stored === null ? begin() : (stored ?? null);
  });
  const keep = (next: Draft) => {
    saver.save(next, isWorthKeeping(next, preset.current));
    return next;
  };

  // What another surface typed later, or what `Undo` gave back, is taken over; our own saves come back unchanged.
  useEffect(() => {
    const before = kept.current;
    if (stored !== undefined) kept.current = stored;
    if (stored)
      setOwn((now) => {
        const next = now ? takenOver(now, before, stored) : stored;
        return next === now || next === stored ? next : keep(next);
      });
    if (stored === null && !own) setOwn(begin());
    // Each asks the newest: a key may have been pressed since this was drawn.
    if (stored === null && before)
      setOwn((now) => {
        if (now && isSameDraft(before, now)) {
          saver.drop();
          onGone();
        }
        return now;
      });
    // Nothing is typed yet: what the agent has seen is what stands there now.
    setOwn((now) => (now && isStale(now, record) ? begin(now.id) : now));
    setOwn((now) => now && withTagsNow(now, record));
    if (own && own !== withFirstSeen(own, record)) setOwn((before) => before && keep(withFirstSeen(before, record)));
  }, [stored, own, origin, ticketId, kind, record]);

  const change = (fields: Fields) => setOwn((before) => keep(changedDraft(before ?? begin(), fields, Date.now())));
  return {
    draft: own && withTagsNow(own, record),
    isKept: own !== null && own.changedAt > 0 && (stored != null || isWorthKeeping(own, preset.current)),
    failure: saver.failure,
    change,
    keepAgain: () => setOwn((before) => before && keep(before)),
    preset(fields) {
      const isTyped = own !== null && own.changedAt > 0 && isWorthKeeping(own, preset.current);
      preset.current = fields;
      if (isTyped) change(fields);
      else setOwn((before) => before && withFields(before, fields));
    },
    discard() {
      saver.drop();
      void askWorker('draft.discard', { origin, ticketId, kind });
      preset.current = {};
      setOwn(begin());
    },
    release() {
      saver.release();
      kept.current = null;
    },
  };
}

function isStale(own: Draft, record: TicketRecord | null): boolean {
  return own.changedAt === 0 && record !== null && record.readAt !== own.seen.readAt;
}

/** The id of the outbox entry is made here, when the composer opens (threats R15). */
function freshOf(place: DraftPlace, record: TicketRecord | null, id = crypto.randomUUID() as OutboxId): Draft {
  return freshDraft({ ...place, id, seen: seenOf(record) });
}

function withFields(draft: Draft, fields: Fields): Draft {
  return { ...draft, fields: { ...draft.fields, ...fields } } as Draft;
}
