/** The patterns that IDs are found by: as text, in which they travel to web pages, and ready for use. */

/** Written by `writePatterns` only: each source is linear in the text that it is run on. */
export interface PatternSources {
  /** True on raw text (hyphens odd, invisible characters in it) wherever an ID may stand. No boundaries. */
  coarse: string;
  /** One per form, for text with plain hyphens and nothing invisible: groups context and ID. */
  exact: ExactSource[];
  /** The most visible characters of context and ID together. */
  longest: number;
  /** Characters that no form holds and that join nothing: between two of them stands all that decides about an ID. */
  parting: string;
}

export interface ExactSource {
  source: string;
  /** The form has context behind the ID, so what follows it is known. */
  hasSuffix: boolean;
}

export interface Patterns {
  /** Global: set `lastIndex` before use. */
  coarse: RegExp;
  /** Sticky. */
  exact: readonly { pattern: RegExp; hasSuffix: boolean }[];
  longest: number;
  parting: ReadonlySet<string>;
}

export function readPatterns({ coarse, exact, longest, parting }: PatternSources): Patterns {
  return {
    coarse: new RegExp(coarse, 'g'),
    exact: exact.map(({ source, hasSuffix }) => ({ pattern: new RegExp(source, 'y'), hasSuffix })),
    longest,
    parting: new Set(parting),
  };
}
