/** Names for the desk's numbers: queues, topics, agents, groups. */
import { composed } from './composed.ts';

export const NAME_KINDS = ['queues', 'topics', 'agents', 'groups'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Where a name came from; what the agent wrote wins over the desk's, and that over what logs taught. */
export type NameSource = 'agent' | 'desk' | 'log';

export interface Name {
  name: string;
  from: NameSource;
}

/** number (as text) → name, per kind. */
export type Names = Record<NameKind, Record<string, Name>>;

export const NO_NAMES: Names = { queues: {}, topics: {}, agents: {}, groups: {} };

const RANK: Record<NameSource, number> = { agent: 2, desk: 1, log: 0 };

/** The names with one more; a weaker source never replaces a stronger one. The same object when nothing changes. */
export function withName(names: Names, kind: NameKind, number: number, name: Name): Names {
  const known = names[kind][number];
  if (known && (RANK[known.from] > RANK[name.from] || (known.name === name.name && known.from === name.from)))
    return names;
  return { ...names, [kind]: { ...names[kind], [number]: name } };
}

/** The names without what the desk has listed since `before`; what else came since stays. */
export function withoutListed(names: Names, before: Names): Names {
  const ofKind = (kind: NameKind) => {
    const others = Object.entries(names[kind]).filter(([, { from }]) => from !== 'desk');
    return { ...before[kind], ...Object.fromEntries(others) };
  };
  return { queues: ofKind('queues'), topics: ofKind('topics'), agents: ofKind('agents'), groups: ofKind('groups') };
}

/** What stands in a field for a number: its name, or the number itself where the name does not lead back to it. */
export function typedName(names: Names, kind: NameKind, number: number): string {
  const name = names[kind][number]?.name;
  return name !== undefined && findNumber(names, kind, name) === number ? name : String(number);
}

/** The number a person meant by typing a name or a number; undefined when it is neither, or when two share the name. */
export function findNumber(names: Names, kind: NameKind, typed: string): number | undefined {
  const text = typed.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const wanted = text.toLocaleLowerCase();
  const hits = Object.entries(names[kind]).filter(([, { name }]) => name.toLocaleLowerCase() === wanted);
  return hits.length === 1 ? Number(hits[0]?.[0]) : undefined;
}

/** Two spellings of one name, such as a person's or a view's. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => composed(name).trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  return plain(one) === plain(other);
}
