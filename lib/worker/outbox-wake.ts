/** Keeps the worker awake while something is under way or soon due, and wakes it when it died all the same. */
import { browser } from 'wxt/browser';

export const OUTBOX_ALARM = 'outbox';

/** Packed extensions fire no alarm sooner. */
const SHORTEST_ALARM_MS = 30_000;
/** A worker that hears nothing for 30 s is stopped. */
const HEARTBEAT_MS = 20_000;
/** What is due later than this is left to the alarm. */
const AWAKE_MS = 65_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let heartbeat: ReturnType<typeof setInterval> | undefined;
let alarmAt: number | null = null;

/** Sets timer, heartbeat and alarm for what is next; `look` is called at `nextAt` (epoch milliseconds). */
export function wakeFor(nextAt: number | null, isRunning: boolean, look: () => void): void {
  const now = Date.now();
  clearTimeout(timer);
  if (nextAt !== null) timer = setTimeout(look, Math.max(0, nextAt - now));
  beat(isRunning || (nextAt !== null && nextAt - now < AWAKE_MS));
  setAlarm(alarmTime(nextAt, isRunning, now), now);
}

/** What is under way is looked for as soon as an alarm can go off, however late the next thing is due. */
function alarmTime(nextAt: number | null, isRunning: boolean, now: number): number | null {
  if (isRunning) return now + SHORTEST_ALARM_MS;
  return nextAt === null ? null : Math.max(now + SHORTEST_ALARM_MS, nextAt);
}

function beat(isWanted: boolean): void {
  if (!isWanted) {
    clearInterval(heartbeat);
    heartbeat = undefined;
  } else heartbeat ??= setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
}

/** The net: one alarm, moved only when it stands too late or has gone off. */
function setAlarm(at: number | null, now: number): void {
  if (at === null) {
    if (alarmAt !== null) void browser.alarms.clear(OUTBOX_ALARM);
    alarmAt = null;
  } else if (alarmAt === null || alarmAt <= now || at < alarmAt) {
    alarmAt = at;
    void browser.alarms.create(OUTBOX_ALARM, { when: at });
  }
}
