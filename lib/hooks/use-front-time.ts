/** The minutes a ticket was in front of the agent, for the chip beside `Minutes`. */
import { useEffect } from 'preact/hooks';
import { type FrontTime, frontMinutes, noteGone, noteSign, startFrontTime } from '../tickets/front-time.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const;

/** By ticket, for as long as the surface lives; free to lose. */
const times = new Map<TicketId, FrontTime>();

/** Counts while mounted and in sight. */
export function useFrontTime(id: TicketId): void {
  useEffect(() => {
    const put = (change: (time: FrontTime, now: number) => FrontTime) => {
      const now = Date.now();
      times.set(id, change(times.get(id) ?? startFrontTime(now), now));
    };
    const sign = () => document.visibilityState === 'visible' && put(noteSign);
    const look = () => (document.visibilityState === 'visible' ? put(noteSign) : put(noteGone));
    look();
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      put(noteGone);
      for (const name of SIGNS) window.removeEventListener(name, sign);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id]);
}

/** Whole minutes so far, at least 1. */
export function readFrontMinutes(id: TicketId): number {
  const now = Date.now();
  return frontMinutes(times.get(id) ?? startFrontTime(now), now);
}

/** After they were billed: starts anew, where the ticket is still in front. */
export function forgetFrontTime(id: TicketId): void {
  const now = Date.now();
  const isInFront = typeof times.get(id)?.activeAt === 'number';
  times.set(id, { ...startFrontTime(now), activeAt: isInFront ? now : null });
}
