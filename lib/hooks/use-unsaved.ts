/** Has the browser ask before a page goes in which something typed is not kept. */
import { useLayoutEffect } from 'preact/hooks';

export function useUnsaved(isUnsaved: boolean): void {
  // Preact ends a passive effect a frame after its component is gone: the browser would ask for what is kept.
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
