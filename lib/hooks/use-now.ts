/** The present moment, moving on by itself while something that shows it is on the screen. */
import { useEffect, useState } from 'preact/hooks';

/** Epoch milliseconds, renewed every `everyMs`; 0 stops it. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (everyMs === 0) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
