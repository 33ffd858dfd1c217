/** Reads again what failed for want of a network, or of a key that the desk takes, once each time there is one again. */
import { useEffect, useRef } from 'preact/hooks';
import { connectionItem } from '../state/connection.ts';
import type { Failure } from '../tickets/failure.ts';
import { useStored } from './use-stored.ts';

/** True of what may go well once the browser is back online, or the desk takes the key. */
export function isWaiting(failure: Failure | null | undefined): boolean {
  return failure?.code === 'unreachable' || failure?.code === 'key-refused';
}

/** `read` is called where the latest read ended in such a failure; what it does stays within the limits of reads. */
export function useBackOnline(failure: Failure | null | undefined, read: () => void): void {
  const latest = useRef({ failure, read });
  latest.current = { failure, read };
  const isOffline = failure?.code === 'unreachable';
  useEffect(() => {
    if (!isOffline) return;
    const back = () => latest.current.read();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [isOffline]);
  const isRefused = useStored(connectionItem)?.refused === true;
  const wasRefused = useRef(isRefused);
  useEffect(() => {
    if (wasRefused.current && !isRefused && latest.current.failure?.code === 'key-refused') latest.current.read();
    wasRefused.current = isRefused;
  }, [isRefused]);
}
