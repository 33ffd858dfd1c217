/** The settings in force: the agent's, under the organisation's. Mirror; the durable copy is the worker's. */
import { DEFAULT_SETTINGS, type EffectiveSettings, type Settings } from '../tickets/settings.ts';
import { mirrorItem, storedItem } from './stored.ts';

export const settingsItem = mirrorItem<EffectiveSettings>('settings', 1, {
  values: DEFAULT_SETTINGS,
  locked: [],
  lockedAddress: null,
  managed: false,
  unusable: [],
});

/** What the agent chose, without defaults and without the organisation's; written and read by the worker only. */
export const agentSettingsItem = storedItem<Partial<Settings>>('agentSettings', 1, {});
