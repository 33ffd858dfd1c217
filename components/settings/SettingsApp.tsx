/** The settings page or, at `#start`, the two steps of a first start. */
import { useEffect, useState } from 'preact/hooks';
import { useTheme } from '../../lib/hooks/use-theme.ts';
import { t, wordsLocale } from '../../lib/words/words.ts';
import { ChangesProvider } from './Changes.tsx';
import { FirstStart } from './FirstStart.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import './settings.css';
import './parts.css';
import './lists.css';

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return hash;
}

export function SettingsApp() {
  useTheme();
  const isStart = useHash() === '#start';
  useEffect(() => {
    document.title = isStart ? t('startTitle') : t('settingsPageTitle');
  }, [isStart, wordsLocale()]);
  return <ChangesProvider>{isStart ? <FirstStart /> : <SettingsPage />}</ChangesProvider>;
}
