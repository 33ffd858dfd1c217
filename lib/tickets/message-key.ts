/** The keys of every string people read, taken from the English locale file, so that a missing one does not compile. */
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
