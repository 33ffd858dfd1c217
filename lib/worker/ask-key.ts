/** `Ask for the key at each start`: how long the key is kept follows the setting, whoever changed it. */
import { keptConnection } from './connection-kept.ts';
import { keepKey } from './key.ts';
import { readSettingsInForce } from './settings.ts';

/** To be called after the setting or the key changed. */
export async function settleKey(): Promise<void> {
  const connection = await keptConnection.read();
  if (!connection?.hasKey) return;
  const { values } = await readSettingsInForce();
  await keepKey(connection.origin, values.askKeyEachStart);
}
