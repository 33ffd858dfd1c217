/** Which desk the agent is connected to, kept; and the key for it. */
import { fail, ok, type Result } from '../protocol/result.ts';
import { type Connection, connectionItem } from '../state/connection.ts';
import type { DeskKey } from './desk-http.ts';
import { forgetsAtExit } from './durable.ts';
import { keptItem } from './kept.ts';
import { findKey } from './key.ts';

export const keptConnection = keptItem<Connection | null>({
  name: 'connection',
  version: 1,
  mirror: connectionItem,
  migrations: {},
  fallback: null,
});

/** The desk we are connected to; null without one. */
export async function originNow(): Promise<string | null> {
  return (await keptConnection.read())?.origin ?? null;
}

/** With which key which desk is read; null without a connection. What another key reads there may be other tickets. */
export async function readerNow(): Promise<string | null> {
  const connection = await keptConnection.read();
  return connection && `${connection.origin} ${connection.since ?? 0}`;
}

/** The key and its origin; `no-connection` before the first one, and when the key has to be entered again. */
export async function readDeskKey(): Promise<Result<DeskKey>> {
  const connection = await keptConnection.read();
  if (!connection) return fail('no-connection');
  const key = await findKey(connection.origin);
  return key === null ? fail('no-connection') : ok({ origin: connection.origin, key });
}

/** Notes whether the desk took the key at the last call; what is so already is not written again. */
export async function noteRefused(origin: string, refused: boolean): Promise<void> {
  const connection = await keptConnection.read();
  if (connection?.origin !== origin || connection.refused === refused) return;
  await keptConnection.update((now) => (now?.origin === origin ? { ...now, refused } : now));
}

/** Says anew what the surfaces show of the connection: at a start the key may be gone (ask at each start). */
export async function restoreConnection(): Promise<void> {
  const connection = await keptConnection.read();
  if (!connection) return;
  const hasKey = (await findKey(connection.origin)) !== null;
  const now = { ...connection, hasKey, forgetsAtExit: await forgetsAtExit() };
  const isNews = now.hasKey !== connection.hasKey || now.forgetsAtExit !== connection.forgetsAtExit;
  if (isNews) await keptConnection.write(now);
}
