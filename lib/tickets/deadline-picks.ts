/** Quick picks for a deadline, in the desk's zone, as values of a `datetime-local` field. */
import { TZDate } from '@date-fns/tz';
import { addDays, format, nextMonday, set } from 'date-fns';
import { deskZone } from './desk-dates.ts';
import type { MessageKey } from './message-key.ts';

export interface DeadlinePick {
  word: Extract<MessageKey, `composerPick${string}`>;
  /** `YYYY-MM-DDTHH:mm` in the desk's zone. */
  value: string;
}

const END_OF_DAY = 17;

/** Only those ahead of `now` (epoch milliseconds): "Today 17:00" is not offered at six. */
export function deadlinePicks(now: number, zone: string): DeadlinePick[] {
  const here = new TZDate(now, deskZone(zone));
  const at = (day: Date, hours: number) => set(day, { hours, minutes: 0, seconds: 0, milliseconds: 0 });
  const picks: [DeadlinePick['word'], Date][] = [
    ['composerPickToday', at(here, END_OF_DAY)],
    ['composerPickTomorrow', at(addDays(here, 1), END_OF_DAY)],
    ['composerPickThreeDays', at(addDays(here, 3), END_OF_DAY)],
    ['composerPickMonday', at(nextMonday(here), 9)],
  ];
  return picks
    .filter(([, date]) => date.getTime() > now)
    .map(([word, date]) => ({ word, value: format(date, "yyyy-MM-dd'T'HH:mm") }));
}
