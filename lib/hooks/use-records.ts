/** The stored records of some tickets, followed live. */
import { useEffect, useState } from 'preact/hooks';
import { type TicketRecord, tickets } from '../state/tickets.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

export type Records = ReadonlyMap<TicketId, TicketRecord>;

const NONE: Records = new Map();

/** Null until storage was read once; then the records there are. `ids` may be a new array each time. */
export function useRecords(ids: TicketId[]): Records | null {
  const [records, setRecords] = useState(() => peekRecords(ids));
  const wanted = ids.join(' ');
  useEffect(() => followRecords(new Set(wanted.split(' ') as TicketId[]), setRecords), [wanted]);
  return ids.length === 0 ? NONE : records;
}

/** Null unless all of them are known without waiting. */
function peekRecords(ids: Iterable<TicketId>): Records | null {
  const records = new Map<TicketId, TicketRecord>();
  for (const id of ids) {
    const record = tickets.item(id).peek();
    if (record === undefined) return null;
    if (record) records.set(id, record);
  }
  return records;
}

function followRecords(wanted: ReadonlySet<TicketId>, onRecords: (records: Records) => void): () => void {
  const ending = new AbortController();
  let records = new Map<TicketId, TicketRecord>();
  const take = (name: string, record: TicketRecord | null) => {
    const id = name as TicketId;
    if (!wanted.has(id) || ending.signal.aborted) return;
    records = new Map(records);
    if (record) records.set(id, record);
    else records.delete(id);
    onRecords(records);
  };
  tickets.watchAll(take, ending.signal);
  const known = peekRecords(wanted);
  if (known) {
    records = new Map(known);
    // Newer than the drawing's, if one was written since.
    onRecords(records);
    return () => ending.abort();
  }
  void Promise.all([...wanted].map(async (id) => [id, await tickets.item(id).read()] as const)).then((read) => {
    if (ending.signal.aborted) return;
    const stored = read.flatMap(([id, record]) => (record ? [[id, record] as const] : []));
    records = new Map([...stored, ...records]);
    onRecords(records);
  });
  return () => ending.abort();
}
