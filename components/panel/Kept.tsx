/** A place that stays as it was left: it is drawn when first shown, and hidden where another is. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export function Kept({ isShown, children }: { isShown: boolean; children: ComponentChildren }) {
  const wasShown = useRef(false);
  wasShown.current ||= isShown;
  if (!wasShown.current) return null;
  return (
    <div class="panel__place" hidden={!isShown}>
      {children}
    </div>
  );
}
