/** Whether the browser thinks it is online: words for failures, never a reason to forbid a call (it is wrong behind VPNs). */
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../tickets/failure.ts';

export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const ending = new AbortController();
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look, { signal: ending.signal });
    addEventListener('offline', look, { signal: ending.signal });
    // It may have changed since the drawing.
    look();
    return () => ending.abort();
  }, []);
  return online;
}

/** How a read would end now: nothing was tried that could be tried again. */
export const AWAY: Failure = { code: 'unreachable' };

/** `AWAY` where the browser thinks it is offline; else null. */
export function useAway(): Failure | null {
  return useOnline() ? null : AWAY;
}
