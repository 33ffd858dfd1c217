/** A sentence that names a ticket, whose ID is not broken at its hyphens. */
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

export function KeepWhole({ id, children }: { id: TicketId; children: string }) {
  const at = children.indexOf(id);
  if (at < 0) return <>{children}</>;
  return (
    <>
      {children.slice(0, at)}
      <span class="nowrap">{id}</span>
      {children.slice(at + id.length)}
    </>
  );
}
