/** Words that screen readers say once as they come, and again as they change. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './status.css';

/** Most screen readers leave out what comes together with its region, and know a region only a moment later. */
const KNOWN_AFTER_MS = 200;

export interface StatusProps {
  class?: string;
  /** Only words: the name of a button in it would be said, too. */
  children: ComponentChildren;
}

export function Status({ class: look, children }: StatusProps) {
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setKnown(true), KNOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={look} role="status">
      {/* Seen from the first, and then put in anew to be heard. */}
      <div key={String(isKnown)} class="status__words" aria-hidden={isKnown ? undefined : 'true'}>
        {children}
      </div>
    </div>
  );
}
