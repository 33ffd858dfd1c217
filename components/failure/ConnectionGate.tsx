/** Says on every surface that there is no connection yet, or that the desk no longer takes the key, and leads to the settings. */
import type { ComponentChildren, Ref } from 'preact';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { type Connection, connectionItem } from '../../lib/state/connection.ts';
import type { FailureCode } from '../../lib/tickets/failure.ts';
import { Skeleton } from '../basic/Skeleton.tsx';
import { DeskPermission } from './DeskPermission.tsx';
import { FailureNote, SaidAbove } from './FailureNote.tsx';
import { Welcome } from './Welcome.tsx';

export interface ConnectionGateProps {
  /** Goes on buttons that go away once they did their work. */
  actionsRef: Ref<HTMLDivElement>;
  children: ComponentChildren;
}

/** Its children where a desk can be asked; with a refused key both, as what was read before is still of use. */
export function ConnectionGate({ actionsRef, children }: ConnectionGateProps) {
  const connection = useStored(connectionItem);
  if (connection === undefined) return <Skeleton lines={4} late />;
  const code = findHindrance(connection);
  if (code === 'no-connection') return <Welcome connection={connection} />;
  return (
    <>
      <DeskPermission actionsRef={actionsRef} />
      {code && <FailureNote failure={{ code }} />}
      <SaidAbove.Provider value={code}>{children}</SaidAbove.Provider>
    </>
  );
}

function findHindrance(connection: Connection | null): FailureCode | null {
  if (!connection?.hasKey) return 'no-connection';
  return connection.refused ? 'key-refused' : null;
}
