/** The directory of names: kept, changed by the agent, taught by the desk and by logs. */
import { withFittingName } from '../protocol/names-check.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { namesItem } from '../state/names.ts';
import { type NameKind, type Names, NO_NAMES } from '../tickets/names.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Named } from './desk-answers.ts';
import { keptItem } from './kept.ts';

const kept = keptItem<Names>({
  name: 'names',
  version: 1,
  mirror: namesItem,
  migrations: {},
  fallback: NO_NAMES,
});

export const readNames = kept.read;
export const restoreNames = kept.restore;

/** Puts these in the place of all names. The agent's page sends the whole directory. */
export async function replaceNames(names: Names): Promise<void> {
  await kept.write(names);
}

/** Adds what the desk listed, but for what no directory may hold; what the agent wrote stays. */
export async function addDeskNames(lists: Partial<Record<NameKind, readonly Named[]>>): Promise<void> {
  await kept.update((names) => {
    let next = names;
    for (const [kind, list] of Object.entries(lists) as [NameKind, readonly Named[]][])
      for (const { id, name } of list) next = withFittingName(next, kind, id, { name, from: 'desk' });
    return next;
  });
}

/** Another desk's numbers mean others: only what the agent wrote stays. */
export async function forgetDeskNames(): Promise<void> {
  const ownOf = (of: Names[NameKind]) =>
    Object.fromEntries(Object.entries(of).filter(([, { from }]) => from === 'agent'));
  await kept.update(({ queues, topics, agents, groups }) => ({
    queues: ownOf(queues),
    topics: ownOf(topics),
    agents: ownOf(agents),
    groups: ownOf(groups),
  }));
}

/** What a ticket with its log teaches: the newest `Assigned` entry names the present assignee. Undefined: nothing. */
export function learnAssignee(ticket: Ticket): { number: number; name: string } | undefined {
  if (ticket.assignee === null) return undefined;
  const name = ticket.log?.find(({ action }) => action === 'Assigned')?.description?.trim();
  const isName = name !== undefined && name !== '' && name.length <= 80 && !/[\n@<>]/.test(name);
  return isName ? { number: ticket.assignee, name } : undefined;
}

/** Learns from a ticket that was read. Writes only when there is something new. */
export async function learnNames(ticket: Ticket): Promise<void> {
  const learned = learnAssignee(ticket);
  if (!learned) return;
  const add = (names: Names) => withFittingName(names, 'agents', learned.number, { name: learned.name, from: 'log' });
  const names = await kept.read();
  if (add(names) !== names) await kept.update(add);
}

/** How the desk is asked for its lists: handed in, so that names know no network. */
export interface DeskLists {
  /** The desk that they are asked of; null without one. */
  origin(): Promise<string | null>;
  readQueues(): Promise<Result<Named[]>>;
  readTopics(): Promise<Result<Named[]>>;
}

/** Asks the desk for queues and topics, which it lists for administrators' keys only; `not-allowed` for others, `other-desk` after a change. */
export async function readNamesFromDesk(desk: DeskLists): Promise<Result<void>> {
  const origin = await desk.origin();
  const [queues, topics] = await Promise.all([desk.readQueues(), desk.readTopics()]);
  if ((await desk.origin()) !== origin) return fail('other-desk');
  await addDeskNames({ queues: queues.ok ? queues.value : [], topics: topics.ok ? topics.value : [] });
  if (queues.ok || topics.ok) return ok(undefined);
  return queues.failure.code === 'not-found' ? fail('not-allowed') : queues;
}
