/** What screen readers are told of the outbox: each thing once, when it is new. */
import type { ActionKind } from '../tickets/actions.ts';
import type { FollowedBulk } from '../tickets/bulk-follow.ts';
import { type BulkTally, type BulkUnderWay, tallyOf } from '../tickets/bulk-result.ts';
import type { Failure } from '../tickets/failure.ts';
import type { OutboxEntry, Outcome } from '../tickets/outbox-entry.ts';
import { BULK_DONE, isUnseen, outcomeWord, STATE_WORDS, standsStill, WHAT } from '../tickets/outbox-words.ts';
import { failureText } from './failure-text.ts';
import { undoKey } from './keys.ts';
import { numberText } from './times.ts';
import { t, tn } from './words.ts';

/** One sentence without a countdown. */
export interface Saying {
  /** The same while it stands; another when it comes again. */
  key: string;
  words: string;
  /** Came about where nobody may have heard it: it is said by the surface that opens next. */
  isUnseen?: boolean;
}

/** What an entry is and how it stands, such as "Close 11-20-K-R5D: Not sent". */
export function standWords({ action, ticketId, state }: OutboxEntry): string {
  return `${t(WHAT[action.kind], ticketId)}: ${t(STATE_WORDS[state])}`;
}

interface Refusal extends Pick<OutboxEntry, 'ticketId'> {
  action: { kind: ActionKind };
  failure: Failure;
  isDraft?: true;
}

/** What was not taken and why, such as "Close 11-20-K-R5D: The browser’s storage is full". The composer says it of a draft. */
export function refusalWords({ action, ticketId, failure, isDraft }: Refusal): string {
  const why = isDraft ? t('outboxNotSaved') : failureText(failure, { online: true }).title;
  return `${t(WHAT[action.kind], ticketId)}: ${why}`;
}

/** How a settled write ended, such as "Reply sent to 11-20-K-R5D". */
export function outcomeText(outcome: Outcome): string {
  return t(outcomeWord(outcome), outcome.ticketId, outcome.by ?? '');
}

/** How a bulk ended, such as "2 of 3 done. 1 is left to look at." */
export function tallyWords({ size, done, left, cancelled }: BulkTally): string {
  const words = [t('bulkDoneOf', numberText(done), numberText(size))];
  if (left.length > 0) words.push(tn('bulkLeft', left.length));
  if (cancelled > 0) words.push(t('bulkNotSent', numberText(cancelled)));
  return words.join(' ');
}

/** The same with what was done, where its list is not on show. */
export function bulkEndWords({ kind, ends }: FollowedBulk): string {
  return `${t(BULK_DONE[kind])}: ${tallyWords(tallyOf(ends))}`;
}

/** What may be said of the outbox. */
export interface Sayable {
  entries: readonly OutboxEntry[];
  bulks: readonly BulkUnderWay[];
  /** How writes ended: what the agent must see, and the newest of single ones. */
  news: readonly Outcome[];
  /** Bulks that ended while their list was not on show. */
  ended: readonly FollowedBulk[];
}

/** All that could be said now; of what is new at once the first goes first. Of a bulk each state is said once. */
export function outboxSayings({ entries, bulks, news, ended }: Sayable): Saying[] {
  const held = entries.filter(({ state, bulk }) => state === 'held' && !bulk);
  return [
    ...bulks
      .filter((bulk) => bulk.held !== null)
      .map(({ id, size }) => ({ key: `${id} held`, words: tn('bulkHeldSpoken', size, undoKey()) })),
    ...held.map(({ id, action, ticketId }) => ({
      key: `${id} held`,
      words: t('outboxHeldSpoken', t(WHAT[action.kind], ticketId), undoKey()),
    })),
    ...ended.map((bulk) => ({ key: `${bulk.id} ended`, words: bulkEndWords(bulk) })),
    ...news.map((each) => ({
      key: `${each.bulk?.id ?? each.id} ${each.outcome}`,
      words: outcomeText(each),
      isUnseen: isUnseen(each),
    })),
    ...entries
      .filter(standsStill)
      .map((entry) => ({ key: `${entry.bulk?.id ?? entry.id} ${entry.state}`, words: standWords(entry) })),
  ];
}

export interface Spoken {
  words: string;
  /** The key of `words`; null where they are empty. */
  key: string | null;
  /** The keys that have been said and still stand. */
  said: ReadonlySet<string>;
}

/**
 * What stands in the live region next. What is new replaces what was said; what was said stays only while it stands,
 * and nothing older comes back. `before`: null when the surface opens: what stands then has been said elsewhere, but for
 * what is unseen.
 */
export function sayNext(before: Spoken | null, sayings: readonly Saying[]): Spoken {
  const keys = sayings.map(({ key }) => key);
  const isHeard = ({ isUnseen }: Saying) => !isUnseen;
  const heard = before?.said ?? new Set(sayings.filter(isHeard).map(({ key }) => key));
  const isNew = ({ key }: Saying) => !heard.has(key);
  const next = sayings.find(isNew) ?? sayings.find(({ key }) => key === before?.key);
  const said = new Set(keys.filter((key) => key === next?.key || heard.has(key)));
  return { words: next?.words ?? '', key: next?.key ?? null, said };
}
