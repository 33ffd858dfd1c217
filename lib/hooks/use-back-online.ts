/** Reads again what failed for want of a network, once each time the browser comes back online. */
import { useEffect, useRef } from 'preact/hooks';
import type { Failure } from '../tickets/failure.ts';

/** `read` is called where the latest read ended in `unreachable`; what it does stays within the limits of reads. */
export function useBackOnline(failure: Failure | null | undefined, read: () => void): void {
  const latest = useRef(read);
  latest.current = read;
  const isWaiting = failure?.code === 'unreachable';
  useEffect(() => {
    if (!isWaiting) return;
    const back = () => latest.current();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [isWaiting]);
}
