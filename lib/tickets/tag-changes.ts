/** What saving tags will do: added, removed, kept. The desk takes them as one comma-separated text. */

export interface TagChanges {
  added: string[];
  removed: string[];
  /** The whole wished set, as it will be sent. */
  wished: string[];
}

const keyOf = (tag: string) => tag.toLocaleLowerCase();

/** Tags typed as one text: commas part them; empty ones and repetitions go. */
export function splitTags(text: string): string[] {
  return withoutRepeats(text.split(',').map((tag) => tag.trim().replace(/\s+/g, ' ')));
}

function withoutRepeats(tags: string[]): string[] {
  const known = new Map(tags.filter((tag) => tag !== '').map((tag) => [keyOf(tag), tag]));
  return [...known.values()];
}

const LONGEST_TAG = 200;

/** A tag that the wire cannot carry, which joins them by commas; undefined where there is none. */
export function findUnsayable(tags: string[]): string | undefined {
  return tags.find((tag) => tag.trim() === '' || tag.includes(',') || tag.trim().length > LONGEST_TAG);
}

/** `adding` is what still stands in the field: it counts as added. */
export function tagChanges(present: string[], tags: string[], adding = ''): TagChanges {
  const wished = withoutRepeats([...tags, ...splitTags(adding)]);
  const had = new Set(present.map(keyOf));
  const has = new Set(wished.map(keyOf));
  return {
    wished,
    added: wished.filter((tag) => !had.has(keyOf(tag))),
    removed: present.filter((tag) => !has.has(keyOf(tag))),
  };
}

/** A ticket's own tags, with some added and some taken off; in any case of their letters. */
export function wishedTags(present: string[], add: string[], remove: string[]): string[] {
  // Of those present the ones that are not among those to go.
  const kept = tagChanges(present, remove).removed;
  return tagChanges([], [...kept, ...tagChanges(kept, add).added]).wished;
}

/** The tags of these tickets, the most frequent first, with how many have each. */
export function tagsOf(tickets: Iterable<string[]>): { tag: string; count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const tags of tickets)
    for (const tag of new Set(tags)) {
      const known = counts.get(keyOf(tag)) ?? { tag, count: 0 };
      counts.set(keyOf(tag), { ...known, count: known.count + 1 });
    }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** Tags seen before, the most used first, without those already there. */
export function suggestTags(seen: Iterable<string[]>, wished: string[]): string[] {
  const has = new Set(wished.map(keyOf));
  return tagsOf(seen).flatMap(({ tag }) => (has.has(keyOf(tag)) ? [] : [tag]));
}
