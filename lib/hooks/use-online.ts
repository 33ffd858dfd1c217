/** Whether the browser thinks it is online: words for failures, never a reason to forbid a call (it is wrong behind VPNs). */
import { useEffect, useState } from 'preact/hooks';

export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const ending = new AbortController();
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look, { signal: ending.signal });
    addEventListener('offline', look, { signal: ending.signal });
    return () => ending.abort();
  }, []);
  return online;
}
