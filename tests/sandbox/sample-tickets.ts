/** The hand-written tickets that stand on the sample pages: one source for the pages and for the desk. */
import { readBlocks, splitHead } from './text-blocks.ts';

export interface SampleMessage {
  from: 'customer' | 'agent';
  hoursAgo: number;
  text: string;
}

/** Where on the sample pages a ticket stands; `inbox` are the conversations of the mail program. */
export type SamplePlace = 'inbox' | 'compose' | 'arriving' | 'crm';

export interface SampleTicket {
  id: string;
  place: SamplePlace;
  subject: string;
  name: string;
  email: string;
  group: string;
  queue: number;
  topic: number;
  status: number;
  priority: number;
  channel: number;
  /** An agent's number, or null. */
  agent: number | null;
  /** Hours from now, negative when past; null without a deadline. */
  deadlineHours: number | null;
  /** How long ago its last mail came. */
  mailHours: number;
  minutes: number;
  rating: number | null;
  tags: string[];
  files: string[];
  custom: Record<string, string | null>;
  /** What the customer asked at first. */
  text: string;
  /** What followed, oldest first. */
  thread: SampleMessage[];
}

const HEADER = /^(from|place|facts|tags|files|custom): (.*)$/;

function readFacts(text: string): Record<string, number> {
  const pairs = text.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, Number(value.replace('h', ''))]));
}

function readList(text = ''): string[] {
  return text === '' ? [] : text.split(',').map((part) => part.trim());
}

function readCustom(text = ''): Record<string, string | null> {
  const pairs = text.split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name = '', value]) => [name, value || null]));
}

function readMessage(part: string): SampleMessage {
  const [first = '', ...lines] = part.split('\n');
  const [from, hours = '0'] = first.trim().split(' ');
  return {
    from: from === 'agent' ? 'agent' : 'customer',
    hoursAgo: Number(hours.replace('h', '')),
    text: lines.join('\n').trim(),
  };
}

function readSample({ head, body }: { head: string; body: string }): SampleTicket {
  const [id = '', subject = ''] = splitHead(head);
  const lines = body.split('\n');
  const headers: Record<string, string> = {};
  while (HEADER.test(lines[0] ?? '')) {
    const [, name = '', value = ''] = HEADER.exec(lines.shift() ?? '') ?? [];
    headers[name] = value;
  }
  const [text = '', ...answers] = lines.join('\n').split(/^-- /m);
  const [sender = '', group = ''] = splitHead(headers.from ?? '');
  const [, name = sender, email = ''] = /^(.*) <(.*)>$/.exec(sender) ?? [];
  const facts = readFacts(headers.facts ?? '');
  return {
    id,
    place: (headers.place ?? 'inbox') as SamplePlace,
    subject,
    name,
    email,
    group,
    queue: facts.queue ?? 1,
    topic: facts.topic ?? 1,
    status: facts.status ?? 1,
    priority: facts.priority ?? 2,
    channel: facts.channel ?? 2,
    agent: facts.agent ?? null,
    deadlineHours: facts.deadline ?? null,
    mailHours: facts.mail ?? 0,
    minutes: facts.minutes ?? answers.length * 6,
    rating: facts.rating ?? null,
    tags: readList(headers.tags),
    files: readList(headers.files),
    custom: readCustom(headers.custom),
    text: text.trim(),
    thread: answers.map(readMessage),
  };
}

/** Newest mail first, as the sample inbox lists them. */
export const SAMPLE_TICKETS: readonly SampleTicket[] = [...readBlocks('sample-mails'), ...readBlocks('sample-extra')]
  .map(readSample)
  .sort((a, b) => a.mailHours - b.mailHours);
