/** A view's filter as it stands in its fields, and what it means. */
import type { Problem } from './draft-check.ts';
import { findNumber, type NameKind, type Names, typedName } from './names.ts';
import type { ViewFilter } from './views.ts';

/** Names or numbers as typed; dates as date fields write them. */
export interface TypedFilter {
  queue: string;
  /** Empty: any. */
  status: string;
  topic: string;
  group: string;
  assignee: string;
  from: string;
  to: string;
  search: string;
}

/** The words for the two assignees that are no agents. */
export interface AssigneeWords {
  me: string;
  none: string;
}

export type FilterProblems = Partial<Record<keyof TypedFilter, Problem>>;

export type ReadFilter = { ok: true; filter: ViewFilter } | { ok: false; problems: FilterProblems };

const NAMED = { queue: 'queues', topic: 'topics', group: 'groups', assignee: 'agents' } as const satisfies Partial<
  Record<keyof TypedFilter, NameKind>
>;
type Named = keyof typeof NAMED;

/** The fields as they stand for a filter. */
export function typedOf(filter: ViewFilter, names: Names, words: AssigneeWords): TypedFilter {
  const text = (field: Named, number: number | null) => (number === null ? '' : typedName(names, NAMED[field], number));
  const { assignee } = filter;
  return {
    queue: text('queue', filter.queue),
    status: filter.status === null ? '' : String(filter.status),
    topic: text('topic', filter.topic),
    group: text('group', filter.group),
    assignee: assignee === 'me' || assignee === 'none' ? words[assignee] : text('assignee', assignee),
    from: filter.from ?? '',
    to: filter.to ?? '',
    search: filter.search ?? '',
  };
}

/** What was typed, as a filter; or which field makes no sense. */
export function readTyped(typed: TypedFilter, names: Names, words: AssigneeWords): ReadFilter {
  const problems: FilterProblems = {};
  const number = (field: Named): number | null => {
    const text = typed[field].trim();
    if (text === '') return null;
    const found = findNumber(names, NAMED[field], text);
    if (found === undefined) problems[field] = { key: 'viewUnknownName', fill: text };
    return found ?? null;
  };
  const special = specialAssignee(typed.assignee, words);
  const filter: ViewFilter = {
    queue: number('queue'),
    status: typed.status === '' ? null : Number(typed.status),
    topic: number('topic'),
    group: number('group'),
    assignee: special ?? number('assignee'),
    from: typed.from || null,
    to: typed.to || null,
    search: typed.search.trim() || null,
  };
  if (filter.from && filter.to && filter.from > filter.to) problems.to = { key: 'viewDatesTurned' };
  return Object.keys(problems).length === 0 ? { ok: true, filter } : { ok: false, problems };
}

function specialAssignee(typed: string, words: AssigneeWords): 'me' | 'none' | null {
  const text = typed.trim().toLocaleLowerCase();
  if (text === words.me.toLocaleLowerCase()) return 'me';
  return text === words.none.toLocaleLowerCase() ? 'none' : null;
}
