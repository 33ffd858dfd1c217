/** The agent's settings, kept; and the settings in force, which are the agent's under the organisation's. */
import { fail, ok, type Result } from '../protocol/result.ts';
import { readSettings, SETTING_NAMES } from '../protocol/settings-checks.ts';
import { agentSettingsItem, settingsItem } from '../state/settings.ts';
import { DEFAULT_SETTINGS, type EffectiveSettings, type Settings } from '../tickets/settings.ts';
import { keptItem } from './kept.ts';
import { type Policy, readKnownPolicy, readPolicy } from './policy.ts';
import { withRoom } from './room.ts';

/** Only what the agent changed is kept, so that a better default reaches everyone who never chose. */
const kept = keptItem<Partial<Settings>>({
  name: 'settings',
  version: 1,
  mirror: agentSettingsItem,
  migrations: {},
  fallback: {},
});

/** Only an organisation decides what is allowed. */
const NEVER_THE_AGENTS: readonly (keyof Settings)[] = ['allowedActions', 'allowBulk'];

/** The settings in force. */
function putUnderPolicy(agent: Partial<Settings>, policy: Policy): EffectiveSettings {
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

let composing: Promise<EffectiveSettings> | undefined;

/** One after the other, so that the newest stays. One that failed is tried anew by whoever asks next. */
function compose(policy: () => Promise<Policy>): Promise<EffectiveSettings> {
  const before = composing?.catch(() => undefined) ?? Promise.resolve();
  composing = before.then(async () => {
    const settings = putUnderPolicy(await readAgentSettings(), await policy());
    await withRoom(() => settingsItem.write(settings));
    return settings;
  });
  const mine = composing;
  mine.catch(() => {
    if (composing === mine) composing = undefined;
  });
  return mine;
}

/** Puts the settings in force together anew, with the policy as it is now. */
export async function renewSettings(): Promise<EffectiveSettings> {
  // Asked first: at its start Chromium takes seconds to answer, and who only reads has the last known one meanwhile.
  const policy = await readPolicy();
  return compose(async () => policy);
}

/**
 * The settings in force. The first call in a worker's life puts them together with the policy as last known, and waits
 * for the browser's word on it only at the very first start.
 */
export function readSettingsInForce(): Promise<EffectiveSettings> {
  return composing ?? compose(async () => (await readKnownPolicy()) ?? readPolicy());
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
