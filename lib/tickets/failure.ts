/** The closed list of what can go wrong. A failure is a value; the surfaces turn its code into words and a next step. */

export const FAILURE_CODES = [
  /** No desk address and key yet. */
  'no-connection',
  /** It was written for another desk than the one we are connected to. */
  'other-desk',
  /** 401: the desk does not take this key. */
  'key-refused',
  /** 403 on a write: the desk does not allow it to this key. */
  'not-allowed',
  /** 404, or 403 on a read: not found, or not the agent's to see. */
  'not-found',
  /** Any other 4xx (400, 409, 422 …): the desk refused what was sent. */
  'rejected',
  /** 429, or 503 with Retry-After: the desk asked for a pause, `until`. */
  'resting',
  /** 5xx, and 408 or 425. */
  'desk-error',
  /** No whole answer in time. */
  'timeout',
  /** Refused, DNS, TLS, reset and offline: a script cannot tell them apart. */
  'unreachable',
  /** An opaque redirect: the address has moved or wants a login. */
  'redirected',
  /** HTML, bad JSON or a wrong shape; `field` says where. */
  'bad-answer',
  /** Over the size cap. */
  'too-large',
  /** An ID or search that no address can carry: empty, `.` or `..`. */
  'bad-id',
  /** The browser has no permission for the desk's address. */
  'no-permission',
  /** Forbidden by the organisation's policy. */
  'policy',
  /** The browser's storage is full. */
  'storage-full',
  /** A message that does not fit its check, or from someone who may not ask it. */
  'bad-request',
  /** Too many messages or calls; try again shortly. */
  'too-many',
  /** What was asked for is gone (an outbox entry that was settled meanwhile, a closed tab). */
  'gone',
  /** The worker did not answer, or a fault of our own. */
  'internal',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** Plain data only: it crosses boundaries and may be copied by the agent, so never a key, a URL or ticket text. */
export interface Failure {
  code: FailureCode;
  /** HTTP status, where there was one. */
  status?: number;
  /** The field of the answer or of the input that did not fit, such as `customer.name`. */
  field?: string;
  /** Epoch milliseconds until which the desk rests. */
  until?: number;
}
