/** What the browser does not let us do though the settings ask for it. Written by the worker at each look. */
import { storedItem } from './stored.ts';

export interface SitesState {
  /** Match patterns the agent chose to look at and the browser has no permission for. */
  missing: string[];
  /** The desk's own pattern, when calls to it are not permitted; else null. */
  missingDesk: string | null;
}

export const sitesItem = storedItem<SitesState>('sites', 1, { missing: [], missingDesk: null });
