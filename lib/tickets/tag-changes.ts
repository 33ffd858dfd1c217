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

/** Tags seen before, the most used first, without those already there. */
export function suggestTags(seen: Iterable<string[]>, wished: string[]): string[] {
  const uses = new Map<string, { tag: string; times: number }>();
  for (const tags of seen) {
    for (const tag of tags) {
      const known = uses.get(keyOf(tag)) ?? { tag, times: 0 };
      uses.set(keyOf(tag), { ...known, times: known.times + 1 });
    }
  }
  for (const tag of wished) uses.delete(keyOf(tag));
  return [...uses.values()].sort((a, b) => b.times - a.times || a.tag.localeCompare(b.tag)).map(({ tag }) => tag);
}
