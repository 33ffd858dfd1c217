/** Kills the worker of the built extension at random moments while it writes to a failing desk, and counts what went wrong. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Draft } from '../../lib/tickets/draft.ts';
import type { OutboxEntry, Outcome, Settled } from '../../lib/tickets/outbox-entry.ts';
import type { Desk } from '../sandbox/desk.ts';
import type { Chromium } from '../support/chromium.ts';
import { until } from '../support/until.ts';
import { TRIAL_FAULTS, type TrialFault } from './kill-faults.ts';

export interface KillFigures {
  trials: number;
  /** Kills by what the outbox said of the write at that moment. */
  moments: Record<string, number>;
  /** How the trials stand at the end. */
  ends: Record<string, number>;
  /** Requests that our code sent more than once; writes that were stored and are nowhere; claims that are not so. */
  duplicates: string[];
  losses: string[];
  falseClaims: string[];
  /** Requests that left, by how many of a write's there were. */
  requests: Record<string, number>;
  /** Milliseconds from asking a dead worker to its answer, sorted. */
  answerMs: number[];
}

interface Trial {
  id: string;
  ticketId: string;
  text: string;
  fault: TrialFault;
  isAccepted: boolean;
  said: Outcome['outcome'] | null;
}

const ORIGIN = 'https://acme.sympoq.com';

type Stored<T> = { v: number; value: T };

/** Repeatable chance (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the worker is asked from a page of ours. */
function ask(page: Page, name: string, input?: unknown): Promise<{ ok: boolean } | undefined> {
  const message = JSON.stringify({ name, input });
  return page.evaluate(`chrome.runtime.sendMessage(${message}).catch(() => undefined)`);
}

async function readItem<T>(page: Page, key: string): Promise<T | null> {
  const items = await page.evaluate<Record<string, Stored<T>>>(`chrome.storage.session.get('${key}')`);
  return items[key]?.value ?? null;
}

/** The worker's death comes within so many milliseconds of the submit: before, while and after the request is out. */
const KILL_WITHIN_MS = 900;

/** Longer than the alarm that wakes a worker again, and a request that gets no answer. */
const WORD_MS = 80_000;

/** Runs so many trials on a connected browser; each has its own ticket, its own text and one kill or more. */
export async function runKillTrials(browser: Chromium, desk: Desk, count: number, seed: number): Promise<KillFigures> {
  const random = makeRandom(seed);
  const page = await browser.openExtensionPage('popup.html');
  await ask(page, 'settings.change', { changes: { undoSeconds: 0 } });
  // Each connection serves one request: what is there twice is then our doing, never the browser's.
  desk.keepAlive = false;
  desk.latencyMs = 120;
  const figures: KillFigures = {
    trials: count,
    moments: {},
    ends: {},
    requests: {},
    duplicates: [],
    losses: [],
    falseClaims: [],
    answerMs: [],
  };
  const trials: Trial[] = [];
  const tickets = [...desk.tickets.values()].filter(({ status }) => status !== 4).map(({ id }) => id);
  // Two writes to one ticket would wait for each other.
  if (tickets.length < count)
    throw new Error(`${count} trials need as many open tickets; the desk has ${tickets.length}.`);
  for (let number = 0; number < count; number++) {
    const fault = TRIAL_FAULTS[number % TRIAL_FAULTS.length] as TrialFault;
    const trial = makeTrial(number, tickets[number] as string, fault);
    trials.push(trial);
    await runTrial({ browser, desk, page, figures, random }, trial);
  }
  desk.latencyMs = 0;
  await settleAll(page, trials);
  for (const trial of trials) await judge(page, desk, trial, figures);
  figures.answerMs.sort((one, other) => one - other);
  await page.close();
  return figures;
}

function makeTrial(number: number, ticketId: string, fault: TrialFault): Trial {
  const text = `Trial ${number}: thank you for your patience, we have looked into it (${crypto.randomUUID()}).`;
  return { id: crypto.randomUUID(), ticketId, text, fault, isAccepted: false, said: null };
}

interface Place {
  browser: Chromium;
  desk: Desk;
  page: Page;
  figures: KillFigures;
  random: () => number;
}

async function runTrial({ browser, desk, page, figures, random }: Place, trial: Trial): Promise<void> {
  const { fault, id, ticketId, text } = trial;
  const met = fault.rule && desk.fail({ ...fault.rule, method: 'PUT', ticket: ticketId, times: 1 });
  const back = goAway(browser, desk, fault);
  const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
  const submission = { id, ticketId, origin: ORIGIN, action: { kind: 'reply', reply: text }, seen };
  const submitting = ask(page, 'action.submit', submission);
  const accepting = submitting.then((answer) => {
    trial.isAccepted ||= answer?.ok === true;
  });
  await wait(random() * KILL_WITHIN_MS);
  await killNow({ browser, page, figures }, trial);
  // Half of the trials see the worker die once more, while it puts things right.
  if (random() < 0.5) {
    await wake(page, figures);
    await wait(random() * KILL_WITHIN_MS);
    await killNow({ browser, page, figures }, trial);
  }
  await accepting;
  await wake(page, figures);
  await back;
  const word = until(`a word about trial “${fault.name}”`, () => hasWord(page, trial), WORD_MS);
  await word.catch(async () => {
    const entry = await readItem<OutboxEntry>(page, `outbox:${id}`);
    figures.losses.push(`${fault.name} on ${ticketId}: no word after ${WORD_MS} ms, ${entry?.state}`);
  });
  met?.remove();
}

/** Resolves when the desk is back. */
async function goAway({ context }: Chromium, desk: Desk, { away }: TrialFault): Promise<void> {
  if (!away) return;
  const { how, ms } = away;
  await (how === 'offline' ? context.setOffline(true) : desk.down(how));
  await wait(ms);
  await (how === 'offline' ? context.setOffline(false) : desk.up());
}

async function killNow(
  { browser, page, figures }: Pick<Place, 'browser' | 'page' | 'figures'>,
  trial: Trial,
): Promise<void> {
  const entry = await readItem<OutboxEntry>(page, `outbox:${trial.id}`);
  const moment = entry?.state ?? ((await readItem(page, `outcome:${trial.id}`)) ? 'sent' : 'not stored');
  count(figures.moments, moment);
  await browser.killWorker();
}

/**
 * Any request starts the worker anew; saving nothing at all is one. One that meets the worker while it is being stopped is
 * never answered: then the next is.
 */
async function wake(page: Page, figures: KillFigures): Promise<void> {
  const place = { origin: ORIGIN, ticketId: '00-00-0-000', kind: 'tag' };
  const startedAt = await until('an answer of the worker', async () => {
    const askedAt = performance.now();
    return (await ask(page, 'draft.discard', place)) && askedAt;
  });
  figures.answerMs.push(performance.now() - startedAt);
}

/** What it said is shown for a minute; that it was settled is known for a day. */
async function isSettled(page: Page, { id }: Trial): Promise<boolean> {
  const record = await readItem<Settled>(page, `settled:${id}`);
  return record !== null && !record.isDiscarded && !record.takenBack;
}

/** Waiting is over when the outbox says how it stands, or never took the write on. */
async function hasWord(page: Page, trial: Trial): Promise<boolean> {
  const outcome = await readItem<Outcome>(page, `outcome:${trial.id}`);
  trial.said ??= outcome?.outcome ?? ((await isSettled(page, trial)) ? 'sent' : null);
  if (trial.said) return true;
  const entry = await readItem<OutboxEntry>(page, `outbox:${trial.id}`);
  if (!entry) return !trial.isAccepted;
  return ['unsure', 'failed', 'twice', 'moved'].includes(entry.state);
}

/** Until no look is left to come: what arrived late has been found by then. */
async function settleAll(page: Page, trials: Trial[]): Promise<void> {
  const open = new Set(trials);
  await until(
    'the looks at 5, 15 and 60 s',
    async () => {
      for (const trial of open) {
        await hasWord(page, trial);
        const entry = await readItem<OutboxEntry>(page, `outbox:${trial.id}`);
        const isWaiting = entry && (entry.nextLookAt !== null || ['held', 'queued', 'sending'].includes(entry.state));
        if (!isWaiting) open.delete(trial);
      }
      return open.size === 0;
    },
    100_000,
  );
}

async function judge(page: Page, desk: Desk, trial: Trial, figures: KillFigures): Promise<void> {
  const { id, ticketId, text, fault } = trial;
  const writes = desk.calls.filter(({ method, rawBody }) => method === 'PUT' && rawBody.includes(text));
  const lines = desk.tickets.get(ticketId)?.event_log.filter(({ description }) => description === text) ?? [];
  const entry = await readItem<OutboxEntry>(page, `outbox:${id}`);
  await hasWord(page, trial);
  // Two minutes late it is a draft again: that is no claim, and no loss.
  const draft = await readItem<Draft>(page, `draft:${ORIGIN} ${ticketId}:reply`);
  const isDraft = draft?.kind === 'reply' && draft.fields.text.includes(text);
  const end = isDraft ? 'draft' : (trial.said ?? entry?.state ?? (trial.isAccepted ? 'nowhere' : 'not taken on'));
  count(figures.ends, end);
  count(figures.requests, String(writes.length));
  const label = `${fault.name} on ${ticketId}: ${end}, ${writes.length} requests, ${lines.length} times in the log`;
  if (writes.length > 1 || lines.length > 1) figures.duplicates.push(label);
  if (end === 'nowhere' || (end === 'not taken on' && writes.length > 0)) figures.losses.push(label);
  const isFalse =
    (end === trial.said && end !== 'draft' && lines.length === 0) || (entry?.state === 'failed' && lines.length > 0);
  if (isFalse) figures.falseClaims.push(label);
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** The figures in words. */
export function tellFigures({
  trials,
  moments,
  ends,
  requests,
  duplicates,
  losses,
  falseClaims,
  answerMs,
}: KillFigures): string {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const at = (share: number) => (answerMs[Math.floor(answerMs.length * share)] ?? 0).toFixed(0);
  const kills = Object.values(moments).reduce((sum, count) => sum + count, 0);
  return [
    `${trials} trials, ${kills} kills: ${duplicates.length} duplicates, ${losses.length} lost, ${falseClaims.length} false claims`,
    `  killed while: ${list(moments)}`,
    `  in the end: ${list(ends)}`,
    `  requests of a write: ${list(requests)}`,
    `  answer of a dead worker: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
    ...[...duplicates, ...losses, ...falseClaims].map((line) => `  WRONG: ${line}`),
  ].join('\n');
}
