/** Whether the browser lets us into some sites, live. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hasSites } from './site-permissions.ts';

/** Undefined until the browser has said. */
export function useHasSites(patterns: readonly string[]): boolean | undefined {
  const [has, setHas] = useState<boolean>();
  const key = patterns.join(' ');
  useEffect(() => {
    let isOver = false;
    const look = () => {
      void hasSites(key.split(' ')).then((answer) => {
        if (!isOver) setHas(answer);
      });
    };
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      isOver = true;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [key]);
  return has;
}
