/** What every request answers: a value or a failure, never a thrown error. */
import type { Failure, FailureCode } from '../tickets/failure.ts';

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** What a request of a table takes, and what it answers. */
export type InputOf<M> = M extends (...input: infer I) => unknown ? I : never;
export type AnswerOf<M> = M extends (...input: never[]) => infer A ? A : never;

/** A success carrying `value`. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure of the given code, with the details that may cross a boundary. */
export function fail(code: FailureCode, details: Omit<Failure, 'code'> = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, ...details } };
}
