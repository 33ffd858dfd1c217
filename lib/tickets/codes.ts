/** The desk's number codes and the keys of their words (API page: "Ticket properties"). */
import type { MessageKey } from './message-key.ts';

export const STATUS = { new: 1, working: 2, pending: 3, closed: 4 } as const;

export type CodeKind = 'status' | 'priority' | 'channel';

const WORDS: Record<CodeKind, Record<number, MessageKey>> = {
  status: { 1: 'statusNew', 2: 'statusWorking', 3: 'statusPending', 4: 'statusClosed' },
  priority: { 1: 'priorityLow', 2: 'priorityNormal', 3: 'priorityHigh', 4: 'priorityUrgent' },
  channel: { 1: 'channelForm', 2: 'channelEmail', 3: 'channelCall', 4: 'channelWidget' },
};

/** The key of a code's word; undefined for a code we do not know, which is then shown as its number. */
export function findCodeWord(kind: CodeKind, code: number): MessageKey | undefined {
  return WORDS[kind][code];
}

/** The codes we know of a kind, in the desk's order. */
export function knownCodes(kind: CodeKind): number[] {
  return Object.keys(WORDS[kind]).map(Number);
}
