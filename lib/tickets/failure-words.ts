/** Each failure in words, as keys of the locale files, with what the agent can do next. */
import type { Failure, FailureCode } from './failure.ts';
import type { MessageKey } from './message-key.ts';
import { isResting } from './resting.ts';

/** The one thing that helps most. `none`: waiting or nothing does. */
export type NextStep = 'settings' | 'retry' | 'none';

export interface FailureWords {
  title: MessageKey;
  /** Stands for `$1` in the title. */
  titleFill?: string;
  body: MessageKey;
  /** Stands for `$1` in the body. */
  bodyFill?: string;
  step: NextStep;
  /** Offer `Copy details`: someone else will have to look into it. */
  canCopy: boolean;
}

/** What the words depend on besides the failure. */
export interface FailureSurroundings {
  /** `navigator.onLine`: words the failure, never forbids a call. */
  online: boolean;
  /** Of a read that is done again once online: whether what was read before stands beside the words. */
  hasRead?: boolean;
  /** Of a list that was asked for by a filter: that can be narrowed, one ticket cannot. */
  isList?: boolean;
  /** Epoch milliseconds. */
  now: number;
  /** A time of day such as 10:42, in the agent's locale and zone. */
  timeOfDay(epochMs: number): string;
}

type Plain = Pick<FailureWords, 'title' | 'body' | 'step'> & { canCopy?: true };

const WORDS: Record<FailureCode, Plain> = {
  'no-connection': { title: 'failureNoConnection', body: 'failureNoConnectionNext', step: 'settings' },
  'other-desk': { title: 'failureOtherDesk', body: 'failureOtherDeskNext', step: 'settings' },
  'key-refused': { title: 'failureKeyRefused', body: 'failureKeyRefusedNext', step: 'settings' },
  'not-allowed': { title: 'failureNotAllowed', body: 'failureNotAllowedNext', step: 'none' },
  'not-found': { title: 'failureNotFound', body: 'failureNotFoundNext', step: 'retry' },
  rejected: { title: 'failureRejected', body: 'failureRejectedNext', step: 'none', canCopy: true },
  resting: { title: 'failureRestingOver', body: 'failureRestingOverNext', step: 'retry' },
  'desk-error': { title: 'failureDeskError', body: 'failureDeskErrorNext', step: 'retry', canCopy: true },
  timeout: { title: 'failureTimeout', body: 'failureTimeoutNext', step: 'retry' },
  unreachable: { title: 'failureUnreachable', body: 'failureUnreachableNext', step: 'retry' },
  redirected: { title: 'failureRedirected', body: 'failureRedirectedNext', step: 'settings' },
  'bad-answer': { title: 'failureBadAnswer', body: 'failureBadAnswerNext', step: 'retry', canCopy: true },
  'too-large': { title: 'failureTicketTooLarge', body: 'failureTicketTooLargeNext', step: 'retry' },
  'bad-id': { title: 'failureBadId', body: 'failureBadIdNext', step: 'none' },
  'no-permission': { title: 'failureNoPermission', body: 'failureNoPermissionNext', step: 'settings' },
  policy: { title: 'failurePolicy', body: 'failurePolicyNext', step: 'none' },
  'storage-full': { title: 'failureStorageFull', body: 'failureStorageFullNext', step: 'retry', canCopy: true },
  'bad-request': { title: 'failureInternal', body: 'failureInternalNext', step: 'none', canCopy: true },
  'too-many': { title: 'failureTooMany', body: 'failureTooManyNext', step: 'retry' },
  gone: { title: 'failureGone', body: 'failureGoneNext', step: 'none' },
  internal: { title: 'failureInternal', body: 'failureInternalNext', step: 'retry', canCopy: true },
};

/** The words and the next step of a failure. */
export function failureWords(failure: Failure, around: FailureSurroundings): FailureWords {
  const plain: FailureWords = { canCopy: false, ...WORDS[failure.code] };
  switch (failure.code) {
    case 'resting':
      return failure.until !== undefined && isResting(failure.until, around.now)
        ? restingWords(around.timeOfDay(failure.until))
        : plain;
    case 'unreachable':
      return around.online ? plain : { ...plain, title: 'failureOffline', body: offlineBody(around.hasRead) };
    case 'too-large':
      return around.isList ? { ...plain, title: 'failureTooLarge', body: 'failureTooLargeNext', step: 'none' } : plain;
    case 'desk-error':
      return failure.status ? { ...plain, body: 'failureDeskErrorStatus', bodyFill: String(failure.status) } : plain;
    case 'rejected':
      return failure.field ? { ...plain, body: 'failureRejectedField', bodyFill: failure.field } : plain;
    default:
      return plain;
  }
}

function offlineBody(hasRead: boolean | undefined): MessageKey {
  if (hasRead === undefined) return 'failureOfflineNext';
  return hasRead ? 'failureOfflineShown' : 'failureOfflineUnread';
}

/** No `Try again` while the desk rests: it would only be refused again. */
function restingWords(time: string): FailureWords {
  return { title: 'failureResting', titleFill: time, body: 'failureRestingNext', step: 'none', canCopy: false };
}

/** What `Copy details` copies: enough to look into it, never a key, an address or a word of a ticket. English, for who reads it. */
export function failureDetails(failure: Failure, version: string, now: number): string {
  const lines = [`Deskside ${version}`, `failure: ${failure.code}`];
  if (failure.status !== undefined) lines.push(`HTTP status: ${failure.status}`);
  if (failure.field !== undefined) lines.push(`field: ${plainField(failure.field)}`);
  if (failure.until !== undefined) lines.push(`resting until: ${new Date(failure.until).toISOString()}`);
  lines.push(`time: ${new Date(now).toISOString()}`);
  return lines.join('\n');
}

/** Field names of the API page only; the name of a custom field could be a customer's words. */
function plainField(field: string): string {
  const known = /^[a-z_]+(?:[.[][a-z_0-9]+\]?)*$/i.exec(field)?.[0] ?? 'other';
  return known.replace(/^(custom_fields|customFields)[.[].*$/, '$1').slice(0, 80);
}
