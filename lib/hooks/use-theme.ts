/** Puts the theme of the settings on the page. */
import { useLayoutEffect } from 'preact/hooks';
import { useSettings } from './use-settings.ts';

/** Called once by each surface's app. */
export function useTheme(): void {
  const { settings, ready } = useSettings();
  useLayoutEffect(() => {
    if (ready) document.documentElement.dataset.theme = settings.theme;
  }, [settings.theme, ready]);
}
