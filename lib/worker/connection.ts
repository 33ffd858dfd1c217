/** Connecting to a desk: it is tried first, and the key is kept for that desk only. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../protocol/result.ts';
import type { Connection } from '../state/connection.ts';
import { restingItem } from '../state/resting.ts';
import { tickets } from '../state/tickets.ts';
import { viewCountsItem } from '../state/views.ts';
import { findDeskOrigin } from '../tickets/desk-address.ts';
import { ANY_TICKET, type ListFilter } from '../tickets/list-filter.ts';
import { keptConnection, originNow } from './connection-kept.ts';
import { createDesk } from './desk.ts';
import type { DeskKey } from './desk-http.ts';
import { deskTools } from './desk-tools.ts';
import { forgetsAtExit } from './durable.ts';
import { forgetKey, isKnownKey, saveKey } from './key.ts';
import { createGate, createTurns } from './limits.ts';
import { forgetDeskNames } from './names.ts';
import { readSettingsInForce } from './settings.ts';
import { forgetUs } from './us.ts';

/** A search that finds nothing: it changes nothing, its answer is a few bytes, and only a desk answers with a list. */
const PROBE: ListFilter = { ...ANY_TICKET, status: 0, search: 'deskside-connection-test' };

/** What a header can carry, whatever the desk's keys look like. */
const KEY = /^[\x21-\x7e]{1,500}$/;

/** What an agent entered. */
export interface Entered {
  address: string;
  key: string;
}

/** Tries the desk, then keeps address and key. Fails with `bad-request` and the `field`, `policy`, `no-permission`, or as a read does. */
export async function connect(entered: Entered): Promise<Result<{ origin: string }>> {
  const origin = findDeskOrigin(entered.address);
  const key = entered.key.trim();
  if (origin === null) return fail('bad-request', { field: 'address' });
  if (!KEY.test(key)) return fail('bad-request', { field: 'key' });
  if (await isForbidden(origin)) return fail('policy', { field: 'address' });
  const pattern = `https://${new URL(origin).hostname}/*`;
  if (!(await browser.permissions.contains({ origins: [pattern] }))) return fail('no-permission');
  const tried = await tryDesk({ origin, key });
  if (!tried.ok) return tried;
  await keep(origin, key);
  return ok({ origin });
}

async function isForbidden(origin: string): Promise<boolean> {
  const { lockedAddress } = await readSettingsInForce();
  return lockedAddress !== null && findDeskOrigin(lockedAddress) !== origin;
}

async function tryDesk(key: DeskKey): Promise<Result<void>> {
  const desk = createDesk({
    ...deskTools,
    readKey: async () => ok(key),
    readOrigin: async () => key.origin,
    readReader: async () => key.origin,
    // At another desk it waits for no read of the one before.
    ...((await originNow()) !== key.origin && { gate: createGate(1), turns: createTurns() }),
    readRest: async () => 0,
    writeRest: async () => undefined,
    noteRefused: async () => undefined,
  });
  const found = await desk.listTickets(PROBE);
  if (found.ok) return ok(undefined);
  const { code, status } = found.failure;
  if (code !== 'not-found') return found;
  return status === 403 ? fail('not-allowed', { status }) : fail('bad-answer', { status: 404 });
}

/** Another desk's tickets, rest and key are gone before the new ones come. */
async function keep(origin: string, key: string): Promise<void> {
  const before = await keptConnection.read();
  const isOther = before?.origin !== origin || !(await isKnownKey(origin, key));
  if (before?.origin !== origin) await forgetDesk();
  else if (isOther) {
    await forgetUs();
    await forgetRead();
  }
  await saveKey(origin, key, (await readSettingsInForce()).values.askKeyEachStart);
  // Once more: until now a write could leave with the key before.
  if (isOther) await forgetUs();
  const since = isOther ? Date.now() : before?.since;
  const now: Connection = { origin, hasKey: true, forgetsAtExit: await forgetsAtExit(), refused: false };
  await keptConnection.write({ ...now, ...(since !== undefined && { since }) });
  await restingItem.write(0);
  // Until now a read with the key before could be stored.
  if (isOther) await forgetRead();
}

/** Forgets the key, the address and what was read of the desk: its tickets and names, and who we are there. */
export async function forgetDesk(): Promise<void> {
  await forgetKey();
  await forgetUs();
  await forgetDeskNames();
  await keptConnection.write(null);
  await restingItem.write(0);
  await forgetRead();
}

/** What an agent may see the desk decides by the key: what another one read is not shown. */
async function forgetRead(): Promise<void> {
  await viewCountsItem.write({});
  for (const name of (await tickets.readAll()).keys()) await tickets.item(name).remove();
}
