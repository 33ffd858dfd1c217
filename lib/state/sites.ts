/** What the browser does not let us do though the settings ask for it, and a site it is being asked for. Written by the worker. */
import { storedItem } from './stored.ts';

export interface SitesState {
  /** Match patterns the agent chose to look at and the browser has no permission for. */
  missing: string[];
  /** The desk's own pattern, when calls to it are not permitted; else null. */
  missingDesk: string | null;
}

export const sitesItem = storedItem<SitesState>('sites', 1, { missing: [], missingDesk: null });

/** A site that the agent wants on the list once the browser allows it: its question may end the popup that asked. */
export interface WantedSite {
  pattern: string;
  /** When it was asked for, epoch milliseconds. */
  at: number;
}

export const wantedSiteItem = storedItem<WantedSite | null>('wantedSite', 1, null);
