/** What a page's renderer that owns our content script could send and write: used in both browsers. */

const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
const id = '11111111-2222-4333-8444-555555555555';
const ticketId = '09-13-O-TW4';
const action = { kind: 'note', note: 'forged' };
const fields = { text: 'forged', status: null, minutes: '' };
const origin = 'https://acme.sympoq.com';
const draft = { ticketId, kind: 'note', origin, id, seen, fields, changedAt: 1 };

/** Every request of our own pages with an input that would do something. */
export const FORGED_REQUESTS: [name: string, input: unknown][] = [
  ['connection.connect', { address: 'evil', key: 'x' }],
  ['connection.forget', undefined],
  ['ticket.refresh', { id: ticketId, force: true }],
  ['ticket.readRows', { ids: [ticketId] }],
  [
    'ticket.list',
    {
      filter: { queue: null, status: 0, topic: null, group: null, assignee: null, from: null, to: null, search: null },
    },
  ],
  ['action.submit', { id, ticketId, origin, action, seen }],
  ['action.submitMany', { bulkId: id, parts: [{ id, ticketId, origin, action, seen }] }],
  ['action.stepMany', { bulkId: id, step: 'sendNow' }],
  ['action.backToDraft', { id }],
  ['action.sendNow', { id }],
  ['action.sendAnyway', { id }],
  ['action.sendAgain', { id }],
  ['action.look', { id }],
  ['action.arrived', { id }],
  ['action.discard', { id }],
  ['action.seen', { ids: [id] }],
  ['draft.save', { draft }],
  ['draft.discard', { origin, ticketId, kind: 'note' }],
  ['settings.change', { changes: { undoSeconds: 0 } }],
  ['names.change', { names: { queues: {}, topics: {}, agents: {}, groups: {} } }],
  ['views.change', { views: [] }],
  ['views.count', undefined],
  ['names.readFromDesk', undefined],
  ['data.export', undefined],
  ['data.import', { json: '{}' }],
  ['data.erase', undefined],
  ['sites.apply', undefined],
  ['sites.switch', { origin: 'https://mail.example', on: false }],
  ['sites.want', { origin: 'https://mail.example' }],
  ['sites.lookNow', { tabId: 1 }],
  ['selection.drop', { windowId: 1 }],
  ['tab.showMatch', { tabId: 1, id: ticketId }],
];

const entry = {
  id,
  ticketId,
  origin,
  action,
  seen,
  state: 'held',
  createdAt: 1,
  heldUntil: 1,
  sentAt: null,
  failure: null,
  news: [],
  movedField: null,
  movedSeen: null,
  looks: 0,
  nextLookAt: null,
};
const evil = 'https://evil.sympoq.com';
const settings = { undoSeconds: 0, where: 'every', offSites: [], forms: ['{9}'], cannedReplies: [] };

/** Every stored item of ours, as someone would forge it who may write extension storage. */
export const FORGED_ITEMS: Record<string, unknown> = {
  deskKey: { v: 1, origin: evil, iv: 'AAAAAAAAAAAAAAAA', data: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  deskKeyPlain: { v: 1, origin: evil, key: 'forged' },
  connection: { v: 1, value: { origin: evil, hasKey: true, forgetsAtExit: false, refused: false } },
  [`outbox:${id}`]: { v: 1, value: entry },
  [`settled:${id}`]: { v: 2, value: { id } },
  [`outcome:${id}`]: { v: 1, value: { id, ticketId, kind: 'note', outcome: 'sent', at: 1 } },
  [`draft:${origin} ${ticketId}:note`]: { v: 2, value: draft },
  settings: { v: 1, value: { values: settings, locked: [], lockedAddress: evil, managed: true, unusable: [] } },
  agentSettings: { v: 1, value: settings },
  names: { v: 1, value: { queues: { 1: { name: 'forged', from: 'agent' } }, topics: {}, agents: {}, groups: {} } },
  sites: { v: 1, value: { missing: [], missingDesk: null } },
  wantedSite: { v: 1, value: { pattern: 'https://mail.example/*', at: Date.now() } },
  resting: { v: 1, value: 9_999_999_999_999 },
  rowReads: { v: 1, value: [] },
  [`ticket:${ticketId}`]: { v: 1, value: { ticket: { id: ticketId, description: 'forged' }, readAt: 1, openedAt: 1 } },
  'frame:1:0': { v: 1, value: { documentId: null, ids: ['forged'], scan: 'done', at: 0 } },
  'tab:1': { v: 1, value: { origin: evil, state: 'on' } },
  'open:1': { v: 2, value: { wanted: { ticketId }, at: 1 } },
  'asked:1': { v: 1, value: evil },
};

/** An expression (for a content script's world) that sends them all and gives the names that were not refused. */
export const sendForgeries = `(async () => {
  const api = globalThis.browser ?? chrome;
  const accepted = [];
  for (const [name, input] of ${JSON.stringify(FORGED_REQUESTS)}) {
    const answer = await api.runtime.sendMessage({ name, input }).catch(() => ({ ok: false, failure: { code: 'bad-request' } }));
    if (answer?.ok !== false || answer.failure.code !== 'bad-request') accepted.push(name);
  }
  return accepted;
})()`;

/** The same for random messages that are no reports: counts those that were not refused. */
export function sendRandom(count: number): string {
  return `(async () => {
  const api = globalThis.browser ?? chrome;
  const names = ${JSON.stringify(FORGED_REQUESTS.map(([name]) => name))};
  const some = (depth = 0) => {
    const pick = Math.floor(Math.random() * (depth > 2 ? 6 : 8));
    if (pick < 6) return [null, true, Math.random() * 1e9, 'x'.repeat(Math.random() * 20), names[Math.floor(Math.random() * names.length)], ''][pick];
    if (pick === 6) return [some(depth + 1), some(depth + 1)];
    return Object.fromEntries(['name', 'input', 'id', '__proto__x', 'ids'].filter(() => Math.random() < 0.5).map((key) => [key, some(depth + 1)]));
  };
  const message = () => (Math.random() < 0.5 ? { name: names[Math.floor(Math.random() * names.length)], input: some() } : some());
  let accepted = 0;
  for (let sent = 0; sent < ${count}; sent += 200) {
    const answers = await Promise.all(Array.from({ length: 200 }, () => api.runtime.sendMessage(message()).catch(() => ({ ok: false }))));
    accepted += answers.filter((answer) => answer?.ok !== false).length;
  }
  return accepted;
})()`;
}

/** Writes every forged item into every storage area it can, and says into which; then reads all it can, as text. */
export const forgeAndRead = `(async () => {
  const api = globalThis.browser ?? chrome;
  const written = [];
  let read = '';
  for (const area of ['local', 'session', 'sync', 'managed']) {
    try { read += JSON.stringify(await api.storage[area].get(null)); } catch {}
    try { await api.storage[area].set(${JSON.stringify(FORGED_ITEMS)}); written.push(area); } catch {}
  }
  const databases = await indexedDB.databases().then((all) => all.map(({ name }) => name), () => []);
  return { written, read, databases };
})()`;
