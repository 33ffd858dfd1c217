/** What other people do to a ticket while a test runs: the agents' actions, a customer's mail, an attachment. */
import { addLog, type Change, prepareWrite } from './desk-actions.ts';

/** An agent's action with its fields as on the wire, or what no call of the API does. */
export type OtherAction =
  | { kind: 'reply'; reply: string; and_close?: 0 | 1; mark_solution?: 0 | 1; auto_assign?: 0 | 1; minutes?: number }
  | { kind: 'assign'; assignee: number; deadline?: string; minutes?: number }
  | { kind: 'note'; note: string; minutes?: number; status?: number }
  | { kind: 'close' }
  | { kind: 'move'; queue: number; unassign?: 0 | 1; minutes?: number }
  | { kind: 'tag'; tags: string }
  /** The customer writes; a pending ticket is Working again. `who` is not looked at. */
  | { kind: 'customer'; text: string }
  /** The desk itself tells somebody; no person's doing. */
  | { kind: 'notified'; text: string }
  | { kind: 'attach'; name: string };

/** Where the seeded and the added attachments stand. */
export function attachmentUrl(name: string, ssid: string): string {
  const src = encodeURIComponent(name);
  return `https://assets.sympoq.com/dlfdir.php?src=${src}&download=true&ssid=${ssid}&token=97&ssize=5084&svalue=1809`;
}

/** Does it at once. Throws where the desk would refuse it: a fault of the test. */
export function actAt(change: Change, action: OtherAction): void {
  const { ticket, agent } = change;
  if (action.kind === 'customer') {
    const by = ticket.customer.name;
    addLog(change, { action: 'Customer reply', description: action.text, applied_by: by });
    if (ticket.status === 3) ticket.status = 2;
  } else if (action.kind === 'notified') {
    addLog(change, { action: 'Notified', description: action.text });
  } else if (action.kind === 'attach') {
    const attachment_url = attachmentUrl(action.name, '11390653225431298.178');
    addLog(change, { action: 'Attachment', attachment_url, description: action.name });
    ticket.has_attachments = true;
  } else {
    const { kind, ...body } = action;
    prepareWrite(kind, body, { ticket, agent, settings: change.settings })(change.at);
  }
}
