/** Drives the outbox from pages of ours by messages, as panel and popup do, and reads what they would show. */
import type { Page } from '@playwright/test';
import type { PanelRequests } from '../../lib/protocol/panel-requests.ts';
import type { Action } from '../../lib/tickets/actions.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import type { OutboxEntry, Outcome } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { until } from './until.ts';

export interface Asked {
  ok: boolean;
  value?: unknown;
  failure?: { code: string };
}

/** The desk that tests write for. */
export const DESK = 'https://acme.sympoq.com';

/** Runs an expression of the extension's pages and gives back what it comes to. */
export type InPage = <T>(expression: string) => Promise<T>;

/** The same drive for Chromium and Firefox: `api` is the name of the extension's object there. */
export class OutboxDrive {
  readonly #inPage: InPage;
  readonly #api: 'chrome' | 'browser';
  /** Called before every request. */
  readonly #before: () => Promise<void>;

  constructor(inPage: InPage, api: 'chrome' | 'browser' = 'chrome', before: () => Promise<void> = async () => {}) {
    this.#inPage = inPage;
    this.#api = api;
    this.#before = before;
  }

  async ask(name: keyof PanelRequests, input?: unknown): Promise<Asked> {
    await this.#before();
    return this.#inPage(`${this.#api}.runtime.sendMessage(${JSON.stringify({ name, input })})`);
  }

  /** Asks, and throws where the answer is a failure. */
  async mustAsk(name: keyof PanelRequests, input?: unknown): Promise<void> {
    const answer = await this.ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }

  async item<T>(key: string): Promise<T | null> {
    const items = await this.#inPage<Record<string, { value: T }>>(`${this.#api}.storage.session.get('${key}')`);
    return items[key]?.value ?? null;
  }

  /** What a composer takes along when it opens: the record that is shown. */
  async seen(ticketId: string) {
    return seenOf(await this.item<{ ticket: Ticket; readAt: number }>(`ticket:${ticketId}`));
  }

  /** Opens the ticket, as the agent does before writing. */
  async open(ticketId: string): Promise<void> {
    await this.mustAsk('ticket.refresh', { id: ticketId, force: true });
  }

  /** Submits with what is seen now; gives back the entry's id. */
  async submit(ticketId: string, action: Action): Promise<string> {
    const id = crypto.randomUUID();
    await this.mustAsk('action.submit', { id, ticketId, origin: DESK, action, seen: await this.seen(ticketId) });
    return id;
  }

  entry(id: string): Promise<OutboxEntry | null> {
    return this.item<OutboxEntry>(`outbox:${id}`);
  }

  draft(ticketId: string, kind: Draft['kind']): Promise<Draft | null> {
    return this.item<Draft>(`draft:${DESK} ${ticketId}:${kind}`);
  }

  /** Waits until it is said how the entry ended. */
  ended(id: string, timeoutMs?: number): Promise<Outcome['outcome']> {
    const look = async () => (await this.item<Outcome>(`outcome:${id}`))?.outcome;
    return until('the outcome', look, timeoutMs);
  }

  /** Waits until the entry stands in the outbox in this state. */
  async inState(id: string, state: OutboxEntry['state'], timeoutMs?: number): Promise<OutboxEntry> {
    return until(
      `the state ${state}`,
      async () => ((await this.entry(id))?.state === state ? this.entry(id) : null),
      timeoutMs,
    );
  }
}

/** A drive by a page of ours in Chromium. */
export function driveBy(page: Page, before?: () => Promise<void>): OutboxDrive {
  return new OutboxDrive(<T>(expression: string) => page.evaluate(expression) as Promise<T>, 'chrome', before);
}
