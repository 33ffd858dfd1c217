/** What the script in each frame of a page works by. */
import type { PatternSources } from './patterns.ts';
import type { Settings } from './settings.ts';

/** All that a content script is told. */
export interface PageSetup {
  /** False where the agent does not want this site looked at: the script then rests. */
  on: boolean;
  /** What the forms of the desk's ticket IDs compile to. */
  patterns: PatternSources;
  markStyle: Settings['markStyle'];
  /** Of what the card says: one of those we ship, or `''` for the browser's own. */
  language: string;
}
