/** Who we are in the log: the name from the settings, and the one that our own writes were found under. */
import { storedItem } from '../state/stored.ts';
import { isSameName } from '../tickets/seen.ts';
import { keptItem } from './kept.ts';
import { readNames } from './names.ts';
import type { Us } from './outbox-evidence.ts';
import type { Learned } from './outbox-ports.ts';
import { changeSettings, readSettingsInForce } from './settings.ts';

const learnedName = keptItem<string | null>({
  name: 'us',
  version: 1,
  mirror: storedItem<string | null>('us', 1, null),
  migrations: {},
  fallback: null,
});

/** Our names. Sure once a write of ours was found under one. */
export async function readUs(): Promise<Us> {
  const { agentName, agentNumber } = (await readSettingsInForce()).values;
  const listed = agentNumber === null ? undefined : (await readNames()).agents[agentNumber]?.name;
  const learned = await learnedName.read();
  const names = [learned, agentName.trim(), listed].filter((name): name is string => Boolean(name));
  return { names, isSure: learned !== null };
}

/** Keeps what a write taught; fills the settings where the agent left them empty. */
export async function learnUs({ name, number }: Learned): Promise<void> {
  const known = await learnedName.read();
  if (name !== null && !(known && isSameName(known, name))) await learnedName.write(name);
  const { agentName, agentNumber } = (await readSettingsInForce()).values;
  const changes = {
    ...(name !== null && agentName.trim() === '' && { agentName: name }),
    ...(number !== null && agentNumber === null && { agentNumber: number }),
  };
  if (Object.keys(changes).length > 0) await changeSettings(changes);
}

/** Another key may be another person's. */
export const forgetUs = learnedName.remove;
