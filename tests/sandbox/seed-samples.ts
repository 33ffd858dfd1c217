/** Makes the desk's tickets out of the hand-written sample ones, with dates that fit their IDs and today. */
import { AGENTS, type Agent, findAgent } from './desk-people.ts';
import type { DeskTicket } from './desk-types.ts';
import { SAMPLE_TICKETS, type SampleTicket } from './sample-tickets.ts';
import { assignSeed, type Happening, noticeOf, type SeedSettings, writeDuration, writeLog } from './seed-log.ts';
import { isoSeconds } from './wire-dates.ts';

const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;

/** So many hours from now, on a quarter of an hour. */
function deadlineOf({ deadlineHours }: SampleTicket, now: number): number | null {
  if (deadlineHours === null) return null;
  return Math.round((now + deadlineHours * HOUR_MS) / QUARTER_MS) * QUARTER_MS;
}

/** The latest day before now that an ID's month and day name, in the morning; before the ticket's first answer. */
function createdOf({ id, thread, mailHours }: SampleTicket, now: number): number {
  const [month = 1, day = 1] = id.split('-').map(Number);
  const firstAnswer = now - (Math.max(mailHours, thread[0]?.hoursAgo ?? 0) + 0.5) * HOUR_MS;
  for (let year = new Date(now).getUTCFullYear(); ; year--) {
    const created = Date.UTC(year, month - 1, day, 7 + (day % 9), (month * day) % 60, (day * 7) % 60);
    if (created <= firstAnswer) return created;
  }
}

function draw(sample: SampleTicket, created: number): DeskTicket {
  return {
    id: sample.id,
    queue: sample.queue,
    created: isoSeconds(created),
    channel: sample.channel,
    priority: sample.priority,
    status: sample.status,
    has_attachments: sample.files.length > 0,
    has_notes: false,
    topic: sample.topic,
    description: sample.text,
    reported_by: sample.name,
    customer: { registered: true, name: sample.name, email: sample.email, role: 'Customer', group: sample.group },
    assignee: null,
    assigned_on: null,
    deadline: null,
    responded: null,
    updated: isoSeconds(created),
    minutes: sample.minutes,
    rating: sample.rating,
    closed_on: null,
    tags: [...sample.tags],
    solution: null,
    estimated: '2 00:24',
    elapsed: writeDuration(sample.minutes * 61),
    custom_fields: sample.custom,
    subject: sample.subject,
    event_log: [],
  };
}

function followThread(ticket: DeskTicket, sample: SampleTicket, agent: Agent, now: number): Happening[] {
  return sample.thread.flatMap(({ from, hoursAgo, text }): Happening[] => {
    const at = now - hoursAgo * HOUR_MS;
    ticket.updated = isoSeconds(at);
    if (from === 'customer') return [{ at, action: 'Customer reply', description: text, by: sample.name }];
    ticket.responded = isoSeconds(at);
    const replied = { at, action: 'Replied', description: text, by: agent.name, billable: 6 };
    return [replied, noticeOf(at + 1500, ticket, ticket.customer, 'RE')];
  });
}

function closeSample(ticket: DeskTicket, sample: SampleTicket, agent: Agent, now: number): Happening[] {
  if (ticket.status !== 4) return [];
  const at = now - (sample.mailHours - 1) * HOUR_MS;
  ticket.closed_on = isoSeconds(at);
  ticket.updated = ticket.closed_on;
  ticket.solution = sample.thread.findLast(({ from }) => from === 'agent')?.text ?? null;
  return [{ at, action: 'Closed', description: 'Closed', by: agent.name }];
}

function makeSample(sample: SampleTicket, settings: SeedSettings): DeskTicket {
  const { now, zone } = settings;
  const created = createdOf(sample, now);
  const ticket = draw(sample, created);
  const log: Happening[] = [
    { at: created, action: 'Created', description: sample.text, by: sample.name, billable: 10 },
    ...sample.files.map(
      (name, order): Happening => ({
        at: created + 4000 * (order + 1),
        action: 'Attachment',
        description: name,
        by: null,
        attachment: name,
      }),
    ),
  ];
  const agent = AGENTS.find(({ id }) => id === sample.agent);
  const deadline = deadlineOf(sample, now);
  if (agent) {
    log.push(...assignSeed(ticket, agent, findAgent(1), created + 25 * 60_000, deadline, settings));
    log.push(...followThread(ticket, sample, agent, now), ...closeSample(ticket, sample, agent, now));
  } else if (deadline !== null) {
    ticket.deadline = isoSeconds(deadline);
  }
  ticket.event_log = writeLog(log, zone);
  return ticket;
}

/** All of the sample pages' tickets. */
export function makeSamples(settings: SeedSettings): DeskTicket[] {
  return SAMPLE_TICKETS.map((sample) => makeSample(sample, settings));
}
