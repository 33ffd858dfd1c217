/** The foot of a surface: what stands still, what can still be undone, and what was just done, said once. */
import { CircleCheck, Info } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { BulkLists } from '../../lib/hooks/use-bulk-lists.ts';
import { useDesk } from '../../lib/hooks/use-desk.ts';
import { useEndedBulks } from '../../lib/hooks/use-ended-bulks.ts';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useOutbox, useOutboxSteps } from '../../lib/hooks/use-outbox.ts';
import { useRefused } from '../../lib/hooks/use-refused.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { useStoredFamily } from '../../lib/hooks/use-stored.ts';
import { useUndoKey } from '../../lib/hooks/use-undo-key.ts';
import { useUnseen } from '../../lib/hooks/use-unseen.ts';
import { outcomes } from '../../lib/state/outbox.ts';
import { type FollowedBulk, isTakenBack } from '../../lib/tickets/bulk-follow.ts';
import { type BulkUnderWay, bulksUnderWay, newestHeld } from '../../lib/tickets/bulk-result.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { OutboxEntry, Outcome } from '../../lib/tickets/outbox-entry.ts';
import { isUnseen, needsAgent, standsStill } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import {
  outboxSayings,
  outcomeText,
  refusalWords,
  type Saying,
  type Spoken,
  sayNext,
  standWords,
} from '../../lib/words/outbox-sayings.ts';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Strip } from '../basic/Strip.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { KeepWhole } from '../parts/KeepWhole.tsx';
import { BulkEndStrip } from './BulkEndStrip.tsx';
import { BulkStrip } from './BulkStrip.tsx';
import { StopStrip } from './StopStrip.tsx';
import { UndoStrip } from './UndoStrip.tsx';
import './outbox.css';

/** How long "Reply sent" stands. */
const SHOWN_MS = 5000;

/** Outcomes that leave nothing to look at. */
const DONE: ReadonlySet<Outcome['outcome']> = new Set(['sent', 'arrived', 'already']);

const GOOD = { icon: CircleCheck, tone: 'good' } as const;
const TO_SEE = { icon: Info, tone: 'warning' } as const;

export interface OutboxStripsProps {
  onOpen: (id: TicketId) => void;
  /** The ticket on show, or the outbox: what stands still there says so itself. */
  shown: TicketId | 'outbox' | null;
  /** Shows the outbox, on a surface that has it: of what can be undone the newest then stands for all. */
  onOutbox?: () => void;
  /** The lists of the surface, where several tickets can be acted on at once. */
  lists?: Pick<BulkLists, 'shown' | 'wayTo'>;
  /** Other strips of the surface, before these. */
  children?: ComponentChildren;
}

export function OutboxStrips({ onOpen, shown, onOutbox, lists, children }: OutboxStripsProps) {
  const known = useOutbox();
  const entries = known ?? [];
  const desk = useDesk();
  // What was written for another desk is in the outbox: its draft would not be seen here.
  const here = entries.filter(({ origin }) => origin === desk);
  const held = shown === 'outbox' ? [] : here.filter(({ state, bulk }) => state === 'held' && !bulk);
  const bulks = bulksUnderWay(entries);
  const ends = useEndStrips(lists);
  // The rows of a list on show say it of each, and a strip of a bulk of all.
  const told = [lists?.shown, ...ends.map(({ id }) => id)];
  const untold = here.filter(({ bulk }) => !bulk || !told.includes(bulk.id));
  const [stopped, ...others] =
    shown === 'outbox' ? [] : untold.filter((entry) => standsStill(entry) && entry.ticketId !== shown);
  const undo = useUndoOfNewest(here, bulks, onOpen);
  useUndoKey(undo.take);
  const isOnShow = ({ ticketId, bulk }: Outcome) => ticketId === shown || (bulk && bulk.id === lists?.shown) === true;
  const unseen = useUnseen(isOnShow);
  const toSee = unseen.all.filter(({ bulk }) => !bulk || !told.includes(bulk.id));
  const unseenHere = toSee.filter(({ ticketId }) => ticketId === shown);
  const [unseenElsewhere, ...alsoElsewhere] = toSee.filter(({ ticketId }) => ticketId !== shown);
  const latest = useLatestOutcome(shown);
  const ended = ends.filter(({ isSeen }) => !isSeen);
  const done = useStoredFamily(outcomes);
  // What became a draft goes on under the same id.
  const hasEnded = (outcome: Outcome | undefined) => outcome !== undefined && outcome.outcome !== 'draft';
  const isTaken = (id: string) => entries.some((entry) => entry.id === id) || hasEnded(done?.get(id));
  const refused = useRefused(shown, isTaken).filter(({ origin }) => origin === desk && known && done);
  const refusals = refused.map((each) => ({ ...each, key: `${each.id} refused`, words: refusalWords(each) }));
  const isThere = (outcome: Outcome | undefined) => outcome !== undefined;
  // Of those with the same words one.
  const justNow = new Map([...unseenHere, latest].filter(isThere).map((each) => [outcomeText(each), each]));
  const spoken = useSpoken(
    known && done && desk !== undefined
      ? [...refusals, ...outboxSayings({ entries: untold, bulks, news: [...toSee, latest].filter(isThere), ended })]
      : undefined,
  );
  return (
    <section class="strips" aria-label={t('outboxJustNow')}>
      <p class="sr-only" role="status">
        {spoken}
      </p>
      {children}
      {refusals.map(({ key, ticketId, words }) => (
        <StopStrip key={key} ticketId={ticketId} words={words} isUrgent onOpen={onOpen} />
      ))}
      {stopped && (
        <StopStrip
          key={stopped.id}
          ticketId={stopped.ticketId}
          words={standWords(stopped)}
          isUrgent={needsAgent(stopped)}
          more={others.length > 0 ? t('outboxMore', numberText(others.length)) : undefined}
          onOpen={onOpen}
        />
      )}
      {unseenElsewhere && (
        <StopStrip
          key={unseenElsewhere.id}
          ticketId={unseenElsewhere.ticketId}
          words={outcomeText(unseenElsewhere)}
          isUrgent
          more={alsoElsewhere.length > 0 ? t('outboxMoreToSee', numberText(alsoElsewhere.length)) : undefined}
          onOpen={onOpen}
          onPutAway={() => unseen.putAway(unseenElsewhere)}
        />
      )}
      {ends.map((bulk) => (
        <BulkEndStrip key={bulk.id} bulk={bulk} onShow={lists?.wayTo(bulk.id)} />
      ))}
      {[...justNow].map(([words, outcome]) => (
        <Strip key={outcome.id} {...(DONE.has(outcome.outcome) ? GOOD : TO_SEE)}>
          <KeepWhole id={outcome.ticketId}>{words}</KeepWhole>
        </Strip>
      ))}
      {undo.failure && <FailureNote failure={undo.failure} />}
      {bulks.map((bulk) => (
        <BulkStrip key={bulk.id} bulk={bulk} />
      ))}
      {(onOutbox ? held.slice(0, 1) : held).map((entry) => (
        <UndoStrip key={entry.id} entry={entry} others={held.length - 1} onOpen={onOpen} onOutbox={onOutbox} />
      ))}
    </section>
  );
}

/** Takes back what was sent last, one write or a bulk; undefined where nothing can be undone. `failure`: of what is still held. */
function useUndoOfNewest(
  entries: readonly OutboxEntry[],
  bulks: readonly BulkUnderWay[],
  onOpen: (id: TicketId) => void,
): { take: (() => void) | undefined; failure: Failure | null } {
  const ofOne = useOutboxSteps();
  const ofBulk = useRequest('action.stepMany');
  const asked = useRef(new Set<string>());
  const [last, setLast] = useState<string | null>(null);
  if (!newestHeld(entries, bulks)) return { take: undefined, failure: null };
  const take = () => {
    // The worker may take its time: pressed again the key means the one before.
    const isLeft = ({ id }: { id: string }) => !asked.current.has(id);
    const newest = newestHeld(entries.filter(isLeft), bulks.filter(isLeft));
    if (!newest) return;
    const { id } = 'bulk' in newest ? newest.bulk : newest.entry;
    asked.current.add(id);
    const undone =
      'bulk' in newest
        ? ofBulk.ask({ bulkId: id, step: 'cancel' })
        : ofOne.take(newest.entry, 'undo').then((isUndone) => isUndone && onOpen(newest.entry.ticketId));
    void undone.then(() => {
      asked.current.delete(id);
      setLast(id);
    });
  };
  const isHeld = [...entries.filter(({ state }) => state === 'held'), ...bulks.filter(({ held }) => held)];
  const failure = isHeld.some(({ id }) => id === last) ? (ofOne.failure ?? ofBulk.failure) : null;
  return { take, failure };
}

/** The bulks that ended while their list was not on show: for a moment, and while a list has something of it to look at. */
function useEndStrips(lists: OutboxStripsProps['lists']): FollowedBulk[] {
  const ended = useEndedBulks(lists?.shown ?? null);
  const isNews = (bulk: FollowedBulk) =>
    !bulk.isSeen && !isTakenBack(bulk) && bulk.endedAt !== null && isYoung(bulk.endedAt);
  useNow(ended.some(isNews) ? 500 : 0);
  if (!lists) return [];
  const isToLookAt = (bulk: FollowedBulk) => bulk.hasLeft && lists.wayTo(bulk.id) !== undefined;
  return ended.filter((bulk) => bulk.id !== lists.shown && (isNews(bulk) || isToLookAt(bulk)));
}

function isYoung(at: number): boolean {
  return Date.now() - at < SHOWN_MS;
}

/**
 * The newest outcome that only needs to be said, while it is news. Those of several tickets at once stand in their rows;
 * what was seen stands on with its ticket alone: put away elsewhere it is gone.
 */
function useLatestOutcome(shown: OutboxStripsProps['shown']): Outcome | undefined {
  const all = useStoredFamily(outcomes);
  const isSaid = ({ isSeen, ticketId }: Outcome) => isSeen === true && ticketId !== shown;
  const single = [...(all?.values() ?? [])].filter((each) => !each.bulk && !isUnseen(each) && !isSaid(each));
  const newest = single.sort((a, b) => b.at - a.at)[0];
  const now = useNow(newest && isYoung(newest.at) ? 500 : 0);
  const isNews = newest && Math.max(now, newest.at) - newest.at < SHOWN_MS && isYoung(newest.at);
  return isNews ? newest : undefined;
}

/** The sentence for screen readers; undefined sayings are not known yet. */
function useSpoken(sayings: Saying[] | undefined): string {
  const spoken = useRef<Spoken | null>(null);
  if (sayings) spoken.current = sayNext(spoken.current, sayings);
  return spoken.current?.words ?? '';
}
