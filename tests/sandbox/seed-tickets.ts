/** The tickets the sandbox desk starts with: the sample pages' own, and as many plausible others as asked for. */
import type { DeskTicket } from './desk-types.ts';
import { makeRandom } from './random.ts';
import { makeGenerated } from './seed-generated.ts';
import type { SeedSettings } from './seed-log.ts';
import { makeSamples } from './seed-samples.ts';

export interface SeedOptions {
  seed?: number;
  /** How many in all; never fewer than the sample ones. */
  tickets?: number;
  now?: Date;
  zone: string;
  dateTimeFormat: string;
}

/** The same tickets for the same seed, number, moment and zone. */
export function seedTickets({
  seed = 1,
  tickets = 300,
  now = new Date(),
  zone,
  dateTimeFormat,
}: SeedOptions): Map<string, DeskTicket> {
  const settings: SeedSettings = { now: Math.floor(now.getTime() / 1000) * 1000, zone, dateTimeFormat };
  const made = new Map(makeSamples(settings).map((ticket) => [ticket.id, ticket]));
  const random = makeRandom(seed);
  while (made.size < tickets) {
    const ticket = makeGenerated(random, settings);
    if (!made.has(ticket.id)) made.set(ticket.id, ticket);
  }
  return made;
}
