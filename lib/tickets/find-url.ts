/** Reads a web address where a text is one. */

/** Null where it is none. As `URL.parse`, which is younger than the oldest browsers that the manifest lets in. */
export function findUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
