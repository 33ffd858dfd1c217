/** Tools for tests of the ticket view: opens a ticket in the panel, and waits for what the desk got. */
import type { Locator, Page } from '@playwright/test';
import type { Desk } from '../sandbox/desk.ts';
import { AGENTS, QUEUES } from '../sandbox/desk-people.ts';
import type { Call } from '../sandbox/desk-types.ts';
import type { Chromium } from './chromium.ts';
import { askWorker } from './connect.ts';
import { until } from './until.ts';

const named = (things: readonly { id: number; name: string }[]) =>
  Object.fromEntries(things.map(({ id, name }) => [id, { name, from: 'agent' }]));

/** Settings and names that the tests of actions share: the agent is Joel Mercury, number 10. */
export async function setUpAgent(chromium: Chromium, changes: Record<string, unknown> = {}): Promise<void> {
  const names = { queues: named(QUEUES), topics: {}, agents: named(AGENTS), groups: {} };
  await askWorker(chromium, 'names.change', { names });
  const settings = { undoSeconds: 1, zone: 'UTC', agentNumber: 10, agentName: 'Joel Mercury', ...changes };
  await askWorker(chromium, 'settings.change', { changes: settings });
}

/** Opens the panel in a tab, as wide as the real one, on a ticket. */
export async function openTicket(chromium: Chromium, id: string): Promise<Page> {
  const page = await chromium.openExtensionPage('sidepanel.html');
  await page.setViewportSize({ width: 360, height: 900 });
  await showTicket(page, id);
  return page;
}

/** Looks a ticket up in an open panel and waits until it has been read. */
export async function showTicket(page: Page, id: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Ticket ID or search' });
  await field.fill(id);
  await field.press('Enter');
  await ticketOf(page, id).getByRole('heading', { name: 'Activity' }).waitFor();
}

export function ticketOf(page: Page, id: string): Locator {
  return page.getByRole('article', { name: id, exact: true });
}

/** Opens a composer by its button in the bar and returns its form. */
export async function openComposer(page: Page, button: string): Promise<Locator> {
  await page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: button, exact: true }).click();
  return page.getByRole('form');
}

/** All writes that the desk got so far, as `path` and body. */
export function writesAt(desk: Desk): { path: string; body: unknown }[] {
  return desk.calls.filter(({ method }) => method === 'PUT').map(({ path, body }) => ({ path, body }));
}

/** Waits until the desk has applied the `count`th write. */
export async function untilWritten(desk: Desk, count = 1): Promise<Call> {
  const applied = () => desk.calls.filter((call) => call.method === 'PUT' && call.applied);
  await until(`write ${count} at the desk`, () => applied().length >= count, 15_000);
  return applied()[count - 1] as Call;
}
