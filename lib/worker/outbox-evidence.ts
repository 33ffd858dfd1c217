/** Did an action arrive? Judged by the ticket and its log as they were just before it and as they are now. */
import type { Action } from '../tickets/actions.ts';
import { entriesSince, entryKey } from '../tickets/event-log.ts';
import type { Before } from '../tickets/outbox-entry.ts';
import {
  fieldText,
  isByOneOf,
  isByOther,
  type MovedField,
  NO_TRACES,
  type OwnTraces,
  seenOf,
  takenBy,
  wishedFields,
} from '../tickets/seen.ts';
import type { LogEntry, Ticket } from '../tickets/ticket.ts';
import { matchText, printsOfShown, type TextMatch, textPrint } from './outbox-text.ts';

/** Our own names in the log. Sure: read off an entry that was certainly ours, not only typed in the settings. */
export interface Us {
  names: readonly string[];
  isSure: boolean;
}

export interface Evidence {
  arrived: 'no' | 'once' | 'twice';
  /** An entry by us, or a mark that only a write leaves while nobody else is known to have written. */
  hasTrace: boolean;
  /** It arrived, but a value is not as asked. */
  differs: boolean;
  /** The action changed something that was not so before: more than "it is as wished anyway". */
  isChange: boolean;
  /** Our name in the log, where an entry shows it. */
  by: string | null;
  /** Keys of the entries that are our doing. */
  keys: string[];
  /** Descriptions of entries, hashed, that are its text with nothing before or after it. */
  texts: string[];
  /** Values that are our doing, as `fieldText` writes them. */
  values: Partial<Record<MovedField, string>>;
}

/** The ticket as it is kept for a later judgement. */
export function beforeOf(ticket: Ticket, readAt: number): Before {
  const { responded, minutes, hasNotes } = ticket;
  return { ...seenOf({ ticket, readAt }), responded, minutes, hasNotes };
}

/**
 * Judges an action. `isConfirmed`: the desk said yes to it, so an entry by an unknown agent's name may be ours. `own`:
 * other texts of ours, which may quote this one or be its beginning.
 */
export function judge(
  action: Action,
  before: Before,
  ticket: Ticket,
  us: Us,
  isConfirmed: boolean,
  own: OwnTexts = NO_TRACES,
): Evidence {
  const fresh = ticket.log && before.log ? entriesSince(ticket.log, before.log) : [];
  const mayBeOurs = (entry: LogEntry) => {
    if (isByOneOf(entry, us.names)) return true;
    return isByOneOf(entry, strangersOf(ticket)) ? false : !us.isSure || isConfirmed;
  };
  const text = action.kind === 'reply' ? action.reply : action.kind === 'note' ? action.note : null;
  const state = stateOf(action, before, ticket);
  const doer = text === null ? ourName(fresh.filter(mayBeOurs), us) : null;
  const byDoer = doer === null ? [] : fresh.filter((entry) => isByOneOf(entry, [doer]));
  const found =
    text === null ? sameDoings(action, byDoer) : sameTexts(text, fresh, mayBeOurs, { longest: longestOf(ticket), own });
  const by = doer ?? found[0]?.appliedBy ?? null;
  const ours = by === null ? found : fresh.filter((entry) => isByOneOf(entry, [by]));
  // Where our name is not known, the doer of a set-to action is a guess, good only if the desk said yes to it.
  const isCertain = text !== null || isConfirmed || us.names.length > 0;
  const names = by === null ? us.names : [...us.names, by];
  const hasOthers = fresh.some((entry) => isByOther(entry, names));
  const isOurChange = isConfirmed || (state.isChange && isCertain && !hasOthers);
  const isDone = state.isReached && (isOurChange || areMinutesBooked(action, before, ticket, ours));
  const isMarked = hasTrace(action, fresh, us, hasMoved(before, ticket));
  // Tags that another person has changed since are gone, but not what their log says of ours.
  const isLoggedTwice = action.kind === 'tag' && isConfirmed && isMarked && found.length > 1;
  const isThere = text === null ? isDone || isLoggedTwice : found.length > 0;
  return {
    arrived: !isThere ? 'no' : found.length > 1 ? 'twice' : 'once',
    hasTrace: isMarked,
    differs: isThere && !state.isWhole && !hasOthers,
    isChange: text !== null || state.isChange,
    by,
    keys: (isThere && isCertain ? ours : []).map(entryKey),
    texts: found.filter((entry) => text !== null && isAll(entry, text)).map(printOfText),
    values: isThere
      ? { ...wishedFields(action), ...(hasOthers ? {} : takenBy(action, before, ticket, fresh, names)) }
      : {},
  };
}

/** Where the desk said yes and the ticket cannot be seen: what was asked is taken for done. */
export function unseenEvidence(action: Action): Evidence {
  const nothing = { hasTrace: false, differs: false, isChange: false, by: null, keys: [], texts: [] };
  return { ...nothing, arrived: 'once', values: wishedFields(action) };
}

/** People who are surely not us: the one who asks for help. */
function strangersOf({ customer, reportedBy }: Ticket): string[] {
  return [customer?.name, reportedBy].filter((name): name is string => Boolean(name));
}

/** Length of the longest text in the log: where a log cuts texts without a mark, they are this long. */
function longestOf({ log }: Ticket): number {
  return (log ?? []).reduce((longest, { description }) => Math.max(longest, description?.length ?? 0), 0);
}

function isAll({ description }: LogEntry, text: string): boolean {
  return matchText(description ?? '', text) !== 'within';
}

function printOfText({ description }: LogEntry): string {
  return textPrint(description ?? '');
}

type OwnTexts = Pick<OwnTraces, 'prints' | 'texts'>;

function isOneOf({ description }: LogEntry, prints: ReadonlySet<string>): boolean {
  return printsOfShown(description ?? '').some((print) => prints.has(print));
}

/** The entries that carry the text, one for each time it was sent: the surest kind of match, one person, one action. */
function sameTexts(
  text: string,
  fresh: LogEntry[],
  mayBeOurs: (entry: LogEntry) => boolean,
  { longest, own }: { longest: number; own: OwnTexts },
): LogEntry[] {
  const matchOf = (entry: LogEntry): TextMatch => {
    const { description } = entry;
    const match = matchText(description ?? '', text);
    if (match !== 'whole' && isOneOf(entry, own.prints)) return 'none';
    if (match === 'within' && isOneOf(entry, own.texts)) return 'none';
    return match === 'begun' && (description?.length ?? 0) < longest ? 'none' : match;
  };
  const matches = fresh
    .filter((entry) => mayBeOurs(entry) || !entry.appliedBy)
    .map((entry) => [matchOf(entry), entry] as const);
  for (const kind of ['whole', 'cut', 'begun', 'within'] as const) {
    const hits = matches.filter(([match]) => match === kind).map(([, entry]) => entry);
    const byPeople = hits.filter(({ appliedBy }) => appliedBy);
    if (byPeople.length > 0) return largestGroup(byPeople, kindOf);
    if (hits.length > 0) return largestGroup(hits, noticeOf);
  }
  return [];
}

/** The entries of a set-to action that say the same twice; one of them where nothing is said twice. */
function sameDoings(action: Action, ours: LogEntry[]): LogEntry[] {
  const telling = ours.filter(({ appliedBy, description }) => appliedBy && (description || action.kind === 'close'));
  return largestGroup(telling, (entry) => JSON.stringify([kindOf(entry), entry.description]));
}

function kindOf({ appliedBy, action }: LogEntry): string {
  return JSON.stringify([appliedBy, action]);
}

/** Of one reply each person is told, in an entry by nobody: only the same notice to the same person says it twice. */
function noticeOf({ action, description }: LogEntry): string {
  return JSON.stringify([action, description]);
}

function largestGroup(entries: LogEntry[], keyOf: (entry: LogEntry) => string): LogEntry[] {
  const groups = Map.groupBy(entries, keyOf);
  return [...groups.values()].reduce((best, group) => (group.length > best.length ? group : best), []);
}

/** Ours among the names of entries that may be ours: the known one, else the only one. */
function ourName(entries: LogEntry[], us: Us): string | null {
  const known = entries.find((entry) => isByOneOf(entry, us.names));
  if (known) return known.appliedBy;
  const names = new Set(entries.map(({ appliedBy }) => appliedBy?.trim()).filter(Boolean));
  const [name] = names;
  return us.names.length === 0 && names.size === 1 && name ? name : null;
}

interface State {
  /** The ticket is as wished in what the action is mainly about. */
  isReached: boolean;
  /** In everything. */
  isWhole: boolean;
  isChange: boolean;
}

/** How far the ticket is as the action would have it. Desks may add tags where others replace them. */
function stateOf(action: Action, before: Before, ticket: Ticket): State {
  const wished = Object.entries(wishedFields(action)) as [MovedField, string][];
  const isAsWished = ([field, value]: [MovedField, string]) => fieldText(field, ticket) === value;
  const isNew = ([field, value]: [MovedField, string]) => fieldText(field, before) !== value;
  const reached = wished.filter(isAsWished);
  const isWhole = reached.length === wished.length;
  if (action.kind === 'tag' && !isWhole) return addedTags(action.tags, before, ticket);
  const [main] = wished;
  const isMainNew = main !== undefined && isNew(main) && isAsWished(main);
  return { isWhole, isReached: isWhole || isMainNew, isChange: reached.some(isNew) };
}

/** A ticket that is as wished without us tells nothing of the minutes that were to be booked with it. */
function areMinutesBooked(action: Action, before: Before, ticket: Ticket, ours: LogEntry[]): boolean {
  const minutes = ('minutes' in action && action.minutes) || 0;
  return minutes === 0 || before.minutes !== ticket.minutes || ours.some(({ billable }) => billable === minutes);
}

function addedTags(wished: string[], before: Before, ticket: Ticket): State {
  const has = (tags: string[], tag: string) => tags.some((other) => isSameTag(other, tag));
  const isReached = wished.every((tag) => has(ticket.tags, tag)) && wished.some((tag) => !has(before.tags, tag));
  return { isWhole: false, isReached, isChange: isReached };
}

function isSameTag(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Longer than this a description is a text that somebody wrote, not a phrase of the desk. */
const PHRASE_MAX = 30;

/**
 * For a write that the desk said yes to: did it leave anything at all? A log that has shown our texts before would show
 * this one; and where it shows another text by us, that is another write, and no trace of this one. Of what sets a
 * value only tags leave a trace without the value: desks that add tags log the tags that were wished.
 */
function hasTrace(action: Action, fresh: LogEntry[], us: Us, hasMarks: boolean): boolean {
  const ours = fresh.filter((entry) => isByOneOf(entry, us.names));
  if (action.kind === 'tag')
    return ours.some(({ description }) => action.tags.every((tag) => description?.includes(tag.trim())));
  const isText = action.kind === 'reply' || action.kind === 'note';
  const isPhrase = ({ description }: LogEntry) => (description?.length ?? 0) <= PHRASE_MAX;
  if (!isText || us.isSure || !ours.every(isPhrase)) return false;
  return hasMarks && !fresh.some((entry) => isByOther(entry, us.names));
}

/** Marks that only an agent's write leaves. Not the time of change: the desk's own notices move it too. */
function hasMoved(before: Before, { responded, minutes, hasNotes }: Ticket): boolean {
  return before.responded !== responded || before.minutes !== minutes || before.hasNotes !== hasNotes;
}
