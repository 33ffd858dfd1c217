/** All that the desk's calls need of the outside; tests hand in their own. */
import type { Result } from '../protocol/result.ts';
import { restingItem } from '../state/resting.ts';
import { noteRefused, originNow, readDeskKey, readerNow } from './connection-kept.ts';
import type { DeskKey } from './desk-http.ts';
import type { DeskClock } from './desk-wire.ts';
import { createGate, createTurns, type Gate, type RetryTools, type Turns } from './limits.ts';
import { withRoom } from './room.ts';
import { readSettingsInForce } from './settings.ts';

export interface DeskTools {
  /** Absent: the browser's. */
  fetch?: typeof globalThis.fetch;
  readKey(): Promise<Result<DeskKey>>;
  /** The desk we are connected to; null without one. */
  readOrigin(): Promise<string | null>;
  /** Which desk is read, and with which key; null without one. */
  readReader(): Promise<string | null>;
  readClock(): Promise<DeskClock>;
  /** Until when the desk rests, epoch milliseconds; it outlives the worker. */
  readRest(): Promise<number>;
  writeRest(until: number): Promise<void>;
  noteRefused(origin: string, refused: boolean): Promise<void>;
  /** For a read with all its tries, and for the one try of a write; headers and body together, milliseconds. */
  readMs: number;
  writeMs: number;
  retry: RetryTools;
  gate: Gate;
  turns: Turns;
  now(): number;
}

/** The real ones. */
export const deskTools: DeskTools = {
  readKey: readDeskKey,
  readOrigin: originNow,
  readReader: readerNow,
  async readClock() {
    const { dateForm, dateTimeForm, zone } = (await readSettingsInForce()).values;
    return { dateForm, dateTimeForm, zone };
  },
  readRest: restingItem.read,
  writeRest: (until) => withRoom(() => restingItem.write(until)),
  noteRefused,
  readMs: 20_000,
  writeMs: 20_000,
  retry: {
    tries: 3,
    firstPauseMs: 400,
    maxPauseMs: 4_000,
    maxRestMs: 2_000,
    now: Date.now,
    random: Math.random,
  },
  gate: createGate(4),
  turns: createTurns(),
  now: Date.now,
};
