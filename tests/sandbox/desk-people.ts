/** Who and what the sandbox desk knows by number: agents, queues, topics, customer groups, and the keys that open it. */

export interface Named {
  id: number;
  name: string;
}

export interface Agent extends Named {
  email: string;
}

export const AGENTS: readonly Agent[] = [
  { id: 1, name: 'James Conrad', email: 'cjames@acme.com' },
  { id: 2, name: 'Hank Marlow', email: 'mhank@acme.com' },
  { id: 4, name: 'Mia Wallner', email: 'wmia@acme.com' },
  { id: 7, name: 'Priya Raman', email: 'rpriya@acme.com' },
  { id: 10, name: 'Joel Mercury', email: 'mjoel@acme.com' },
  { id: 12, name: 'Tomás Oliveira', email: 'otomas@acme.com' },
  { id: 15, name: 'Elena Petrova', email: 'pelena@acme.com' },
  { id: 18, name: 'Yuki Tanabe', email: 'tyuki@acme.com' },
  { id: 21, name: 'Sam Okafor', email: 'osam@acme.com' },
  { id: 23, name: 'Léa Fontaine', email: 'flea@acme.com' },
];

export const QUEUES: readonly Named[] = [
  { id: 1, name: 'Technical support' },
  { id: 2, name: 'Billing' },
  { id: 3, name: 'Sales' },
  { id: 4, name: 'Accounts and access' },
  { id: 5, name: 'Orders and delivery' },
  { id: 6, name: 'Feedback' },
];

export const TOPICS: readonly Named[] = [
  { id: 1, name: 'Email conversion' },
  { id: 2, name: 'Sign-in' },
  { id: 3, name: 'Invoices' },
  { id: 4, name: 'Data import' },
  { id: 5, name: 'Mobile app' },
  { id: 6, name: 'Delivery' },
  { id: 7, name: 'API and integrations' },
  { id: 8, name: 'Reports' },
  { id: 9, name: 'Feature request' },
  { id: 10, name: 'Outage' },
];

export const GROUPS: readonly Named[] = [
  { id: 1, name: 'VIP' },
  { id: 2, name: 'Standard' },
  { id: 3, name: 'Partner' },
  { id: 4, name: 'Education' },
  { id: 5, name: 'Trial' },
];

export interface Key {
  key: string;
  agent: Agent;
  /** Administrators may read the Settings API. */
  admin: boolean;
  /** Queues this key may neither see nor change. */
  hiddenQueues: readonly number[];
}

/** The keys' texts; nothing outside the sandbox knows them. */
export const KEYS = {
  /** Joel Mercury, number 10: everything but the Settings API. */
  agent: 'kR7wQz2mVx9LtB',
  /** James Conrad, number 1: an administrator. */
  admin: 'pN4sYh8cJd1GfA',
  /** Mia Wallner, number 4: no agent of the queue Billing (2). */
  restricted: 'uE6bTk3oZi5XqM',
  /** Joel Mercury again: the one that tests enter for another address, where the others must never be seen. */
  other: 'wB2fHn9yPj4DrC',
} as const;

const KEY_RECORDS: readonly Key[] = [
  { key: KEYS.agent, agent: findAgent(10), admin: false, hiddenQueues: [] },
  { key: KEYS.other, agent: findAgent(10), admin: false, hiddenQueues: [] },
  { key: KEYS.admin, agent: findAgent(1), admin: true, hiddenQueues: [] },
  { key: KEYS.restricted, agent: findAgent(4), admin: false, hiddenQueues: [2] },
];

/** The record of a key as it came in the header; undefined for an unknown one. */
export function findKey(text: string | undefined): Key | undefined {
  return KEY_RECORDS.find((record) => record.key === text);
}

/** An agent by number or name. Throws where the desk has none: a fault of the test that asks. */
export function findAgent(who: number | string): Agent {
  const agent = AGENTS.find(({ id, name }) => id === who || name === who);
  if (!agent) throw new Error(`the sandbox desk has no agent ${who}`);
  return agent;
}

/** A thing's name by its number, or the number as text. */
export function nameOf(things: readonly Named[], id: number): string {
  return things.find((thing) => thing.id === id)?.name ?? String(id);
}
