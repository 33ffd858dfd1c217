/** The ways the sandbox desk can be told to fail, which calls a rule meets, and whether the write still happens. */
import type { Call } from './desk-types.ts';

export type Fault =
  /** Takes the request and never says a word. */
  | { kind: 'no-answer' }
  /** The right answer, its head only after `ms`. */
  | { kind: 'slow-headers'; ms: number }
  /** Head and half of the body at once, the rest after `ms`. */
  | { kind: 'slow-body'; ms: number }
  /**
   * The connection is reset: before the write is applied, after it, or in the middle of the answer's body. Browsers
   * repeat a request by themselves when a warm connection breaks; `desk.keepAlive = false` keeps all of them cold.
   */
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  | { kind: 'reset-in-body' }
  /** Any status, with `Retry-After` as given, and a body of JSON or of HTML. */
  | { kind: 'status'; status: number; retryAfter?: string; html?: boolean; json?: unknown }
  /** 200 with: an HTML page, nothing, half of the JSON, JSON of another shape. */
  | { kind: 'html' }
  | { kind: 'empty' }
  | { kind: 'truncated' }
  | { kind: 'wrong-shape'; json?: unknown }
  /** 200, or another status as a proxy may answer it, with bytes that are no UTF-8. */
  | ({ kind: 'bad-utf8' } & StatusToo)
  /** The same with a streamed JSON body of `bytes` (200 MiB), plain or as a gzip bomb that unpacks to it. */
  | ({ kind: 'huge'; bytes?: number } & StatusToo)
  | ({ kind: 'gzip-bomb'; bytes?: number } & StatusToo)
  | { kind: 'redirect'; status: 301 | 302 | 303 | 307 | 308; to: string }
  /** A reused connection breaks before any answer byte, so that a browser repeats the request; a fresh one works. */
  | { kind: 'break-warm' };

export interface StatusToo {
  status?: number;
  retryAfter?: string;
}

export interface FaultRule {
  fault: Fault;
  /** What is left out matches every call. `path` is tried on what follows `/app/desk/api/`, as sent. */
  method?: string;
  path?: RegExp;
  ticket?: string;
  /** How many calls it meets; all of them until `clearFaults()`. */
  times?: number;
  /** Whether a valid write is applied before the fault shows; each kind has its own default. */
  applied?: boolean;
  /** The write is applied only so many milliseconds after the call came, whatever was answered. */
  applyAfterMs?: number;
}

export interface FaultHandle {
  /** Calls met so far. */
  readonly met: number;
  remove(): void;
}

const UNAPPLIED: ReadonlySet<Fault['kind']> = new Set(['no-answer', 'reset-before', 'status', 'redirect']);

/** Whether the desk changes the ticket when this rule meets a valid write. */
export function isApplied({ applied, fault }: FaultRule): boolean {
  const isError = 'status' in fault && fault.status !== undefined && fault.status >= 300;
  return applied ?? !(isError || UNAPPLIED.has(fault.kind));
}

function matches(rule: FaultRule, call: Call): boolean {
  const fits =
    (rule.method === undefined || rule.method === call.method) &&
    (rule.path === undefined || rule.path.test(call.path)) &&
    (rule.ticket === undefined || rule.ticket === call.ticket);
  return fits && (rule.fault.kind !== 'break-warm' || call.reused);
}

/** The rules in force; the first that matches a call meets it. */
export class FaultRules {
  #rules: { rule: FaultRule; met: number }[] = [];

  add(rule: FaultRule): FaultHandle {
    const entry = { rule, met: 0 };
    this.#rules.push(entry);
    return {
      get met() {
        return entry.met;
      },
      remove: () => {
        this.#rules = this.#rules.filter((other) => other !== entry);
      },
    };
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rule that meets this call, counted; undefined when all is well. */
  take(call: Call): FaultRule | undefined {
    const entry = this.#rules.find(({ rule, met }) => met < (rule.times ?? Infinity) && matches(rule, call));
    if (entry) entry.met++;
    return entry?.rule;
  }
}
