/** The browser's commands for Deskside, and its own page to change their keys. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface CommandState {
  name: string;
  /** Empty: no key. */
  shortcut: string;
}

export function useCommands(): CommandState[] {
  const [commands, setCommands] = useState<CommandState[]>([]);
  useEffect(() => {
    const read = async () => {
      const all = (await browser.commands?.getAll()) ?? [];
      setCommands(all.map(({ name = '', shortcut = '' }) => ({ name, shortcut })));
    };
    void read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return commands;
}

/** Only Firefox has it (137 and later). */
const firefoxCommands = browser.commands as unknown as { openShortcutSettings(): Promise<void> };

/** Opens the page on which the browser lets people change keys. */
export async function openCommandKeys(): Promise<void> {
  if (import.meta.env.FIREFOX) await firefoxCommands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
