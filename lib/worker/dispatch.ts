/** From a message to its answer: who asks decides which table is asked. No error object ever leaves here. */
import { safeParse } from 'valibot';
import { fail, type Result } from '../protocol/result.ts';
import type { Answer, PageAnswers, PanelAnswers } from './answer.ts';
import { isSmall } from './page-limits.ts';
import { faultOf } from './room.ts';
import { findPageAsker, isOwnPage, type Own, type Sender } from './sender.ts';

/** What is answered to whom. */
export interface Tables {
  own: Own;
  panel: PanelAnswers;
  page: PageAnswers;
}

/** Answers a message. Never rejects: a message that may not be asked, or does not fit, is `bad-request`. */
export async function dispatch(message: unknown, sender: Sender, tables: Tables): Promise<Result<unknown>> {
  const asked = readMessage(message);
  if (!asked) return fail('bad-request');
  if (isOwnPage(sender, tables.own)) return run(tables.panel, asked, sender);
  const page = findPageAsker(sender, tables.own);
  if (!page) return fail('bad-request');
  return isSmall(message) ? run(tables.page, asked, page) : fail('too-many');
}

interface Asked {
  name: string;
  input: unknown;
}

function readMessage(message: unknown): Asked | null {
  if (typeof message !== 'object' || message === null) return null;
  const { name, input } = message as { name?: unknown; input?: unknown };
  return typeof name === 'string' ? { name, input } : null;
}

async function run<K>(table: object, { name, input }: Asked, asker: K): Promise<Result<unknown>> {
  const row = Object.hasOwn(table, name) && (table as Record<string, Answer<unknown, unknown, K>>)[name];
  if (!row) return fail('bad-request');
  try {
    const checked = safeParse(row.check, input);
    return checked.success ? await row.run(checked.output, asker) : fail('bad-request');
  } catch (error) {
    return fail(faultOf(error));
  }
}
