/** The settings in force. */
import { settingsItem } from '../state/settings.ts';
import { DEFAULT_SETTINGS, type EffectiveSettings, type Settings } from '../tickets/settings.ts';
import { useStored } from './use-stored.ts';

export interface SettingsState {
  /** The defaults until they are read. */
  settings: Settings;
  locked: EffectiveSettings['locked'];
  ready: boolean;
}

export function useSettings(): SettingsState {
  const stored = useStored(settingsItem);
  return {
    settings: stored?.values ?? DEFAULT_SETTINGS,
    locked: stored?.locked ?? [],
    ready: stored !== undefined,
  };
}
