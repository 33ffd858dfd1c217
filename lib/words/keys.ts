/** Keys that are the same everywhere, as people read them and as screen readers hear them. */
import { t } from './words.ts';

const isMac = () => /mac/i.test(navigator.platform);

/** The key that sends what is typed in a composer. */
export function sendKey(): string {
  return t(isMac() ? 'composerSendKeyMac' : 'composerSendKey');
}

/** The key that takes back what is about to leave. */
export function undoKey(): string {
  return t(isMac() ? 'outboxUndoKeyMac' : 'outboxUndoKey');
}

/** A key with the one that this system holds for commands, as `aria-keyshortcuts` names them. */
export function commandKey(key: 'Enter' | 'Z'): string {
  return `${isMac() ? 'Meta' : 'Control'}+${key}`;
}
