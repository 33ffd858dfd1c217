/** The agent's settings, kept; and the settings in force, which are the agent's under the organisation's. */
import { fail, ok, type Result } from '../protocol/result.ts';
import { readSettings, SETTING_NAMES } from '../protocol/settings-checks.ts';
import { agentSettingsItem, settingsItem } from '../state/settings.ts';
import { DEFAULT_SETTINGS, type EffectiveSettings, type Settings } from '../tickets/settings.ts';
import { keptItem, type Migrations } from './kept.ts';
import { type Policy, readPolicy } from './policy.ts';

export const SETTINGS_VERSION = 1;
/** From each older form to the next; none yet. */
export const settingsMigrations: Migrations = {};

/** Only what the agent changed is kept, so that a better default reaches everyone who never chose. */
const kept = keptItem<Partial<Settings>>({
  name: 'settings',
  version: SETTINGS_VERSION,
  mirror: agentSettingsItem,
  migrations: settingsMigrations,
  fallback: {},
});

/** Only an organisation decides what is allowed. */
const NEVER_THE_AGENTS: readonly (keyof Settings)[] = ['allowedActions', 'allowBulk'];

/** The settings in force. */
export function putUnderPolicy(agent: Partial<Settings>, policy: Policy): EffectiveSettings {
  return {
    values: { ...DEFAULT_SETTINGS, ...withoutAllowed(agent), ...policy.values },
    locked: SETTING_NAMES.filter((name) => name in policy.values),
    lockedAddress: policy.deskAddress,
    managed: policy.managed,
    unusable: policy.unusable,
  };
}

/** The settings without those that are never the agent's. */
export function withoutAllowed(agent: Partial<Settings>): Partial<Settings> {
  const { allowedActions: _actions, allowBulk: _bulk, ...own } = agent;
  return own;
}

let renewing: Promise<EffectiveSettings> | undefined;

/** Puts the settings in force together anew: at the worker's start and after each change. */
export function renewSettings(): Promise<EffectiveSettings> {
  const before = renewing?.catch(() => undefined) ?? Promise.resolve();
  renewing = before.then(composeSettings);
  return renewing;
}

async function composeSettings(): Promise<EffectiveSettings> {
  const settings = putUnderPolicy(await readAgentSettings(), await readPolicy());
  await settingsItem.write(settings);
  return settings;
}

/** The settings in force; the first call in a worker's life puts them together. */
export function readSettingsInForce(): Promise<EffectiveSettings> {
  return renewing ?? renewSettings();
}

/** What the agent chose, without the organisation's. What no longer fits is left out. */
export async function readAgentSettings(): Promise<Partial<Settings>> {
  return readSettings(await kept.read()).values;
}

/** Changes some settings, all or none; `policy` when one of them is not the agent's to change. The values are checked already. */
export async function changeSettings(changes: Partial<Settings>): Promise<Result<void>> {
  const { locked } = await readSettingsInForce();
  const names = Object.keys(changes) as (keyof Settings)[];
  const refused = names.find((name) => locked.includes(name) || NEVER_THE_AGENTS.includes(name));
  if (refused) return fail('policy', { field: refused });
  await kept.update((agent) => ({ ...agent, ...changes }));
  await renewSettings();
  return ok(undefined);
}

/** Puts these in the place of all that the agent chose before (an import, an erasure). */
export async function replaceSettings(values: Partial<Settings>): Promise<void> {
  await kept.write(values);
  await renewSettings();
}
