/** The desk we are connected to. */
import { connectionItem } from '../state/connection.ts';
import { useStored } from './use-stored.ts';

/** Such as `https://acme.sympoq.com`; null without one, undefined until read. */
export function useDesk(): string | null | undefined {
  const connection = useStored(connectionItem);
  return connection === undefined ? undefined : (connection?.origin ?? null);
}

/** Changes with the key: what was asked with the one before is asked anew. */
export function useKeySince(): number | undefined {
  return useStored(connectionItem)?.since;
}
