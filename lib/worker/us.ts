/** Who we are in the log: the name from the settings, and the one that our own writes were found under. */
import { oneAtATime } from '../state/one-at-a-time.ts';
import { storedItem } from '../state/stored.ts';
import { isSameName } from '../tickets/names.ts';
import type { Settings } from '../tickets/settings.ts';
import { keptItem } from './kept.ts';
import { readNames } from './names.ts';
import type { Us } from './outbox-evidence.ts';
import type { Learned } from './outbox-ports.ts';
import { changeSettings, readSettingsInForce } from './settings.ts';

/** What our writes taught. */
interface Taught {
  /** The name that they were found under. */
  name: string | null;
  /** What of it went into the settings, for that the agent has not typed it. */
  filled: Partial<Pick<Settings, 'agentName' | 'agentNumber'>>;
  /** When another key's were forgotten, in epoch milliseconds: what left before it tells nothing of who we are now. */
  since?: number;
}

const NOTHING: Taught = { name: null, filled: {} };

const taught = keptItem<Taught>({
  name: 'us',
  version: 2,
  mirror: storedItem<Taught>('us', 2, NOTHING),
  // Version 1 was the name alone, which had filled the settings where they were empty.
  migrations: { 1: (old) => (typeof old === 'string' ? { name: old, filled: { agentName: old } } : NOTHING) },
  fallback: NOTHING,
});

/** Our names. Sure once a write of ours was found under one. */
export async function readUs(): Promise<Us> {
  const { agentName, agentNumber } = (await readSettingsInForce()).values;
  const named = agentNumber === null ? undefined : (await readNames()).agents[agentNumber];
  // What a ticket's log taught is a guess: good to show, not to take another's replies for ours.
  const listed = named?.from === 'log' ? undefined : named?.name;
  const { name: learned } = await taught.read();
  const names = [learned, agentName.trim(), listed].filter((name): name is string => Boolean(name));
  return { names, isSure: learned !== null };
}

/** One after the other: what is learned while it is forgotten would stay for good. */
const inTurn = oneAtATime();

/** Keeps what a write taught, if it left with the key that we have now; fills the settings where the agent left them empty. */
export function learnUs(learned: Learned): Promise<void> {
  return inTurn(() => learn(learned));
}

async function learn({ name, number, sentAt }: Learned): Promise<void> {
  const { name: known, since = 0 } = await taught.read();
  // A moment to come: the clock was put back since.
  if (sentAt < since && since <= Date.now()) return;
  const { agentName, agentNumber } = (await readSettingsInForce()).values;
  const filling: Taught['filled'] = {
    ...(name !== null && agentName.trim() === '' && { agentName: name }),
    ...(number !== null && agentNumber === null && { agentNumber: number }),
  };
  const isFilling = Object.keys(filling).length > 0;
  const isNews = name !== null && !(known && isSameName(known, name));
  if (!isNews && !isFilling) return;
  await taught.update((now) => ({ ...now, name: isNews ? name : now.name, filled: { ...now.filled, ...filling } }));
  if (isFilling) await changeSettings(filling);
}

/** Another key may be another person's: what was learned goes, from the settings too; what the agent typed stays. */
export function forgetUs(): Promise<void> {
  return inTurn(forget);
}

async function forget(): Promise<void> {
  const { filled } = await taught.read();
  const { agentName, agentNumber } = (await readSettingsInForce()).values;
  // The settings first: without this record nobody knows any more what there is to forget.
  if (filled.agentName !== undefined && filled.agentName === agentName) await changeSettings({ agentName: '' });
  if (filled.agentNumber !== undefined && filled.agentNumber === agentNumber)
    await changeSettings({ agentNumber: null });
  await taught.write({ ...NOTHING, since: Date.now() });
}
