/** The sample pages: all are served, and the static ones hold exactly the IDs said of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INBOX_IDS, MAIL_IDS, ONE_ID } from './sample-ids.ts';
import { type SamplePages, startSamplePages } from './sample-pages.ts';

let pages: SamplePages;
beforeAll(async () => {
  pages = await startSamplePages();
});
afterAll(() => pages.close());

const ID = /(?<![\w-])(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-[0-9A-Z]-[0-9A-Z]{3}(?![\w-])/g;

/** The text as it stands on the page: inline tags and soft hyphens gone, blocks, cells and breaks a line each. */
async function textOf(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  return html
    .replace(/<!--.*?-->|<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<\/?(b|em|span|a|mark|wbr)( [^>]*)?>|&shy;/g, '')
    .replaceAll('&#8209;', '-')
    .replace(/<[^>]*>/g, '\n');
}

test.each(['index', 'inbox', 'mail', 'crm', 'chat', 'plain', 'one'] as const)('%s is served as HTML', async (page) => {
  const answer = await fetch(pages.url(page));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/html');
  const links = [...(await answer.text()).matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path);
  for (const path of links) expect((await fetch(`${pages.origin}${path}`)).status, path).toBe(200);
});

test('a page with a query, an open conversation, and what is not there', async () => {
  expect(pages.url('chat', 'rate=1000')).toBe(`${pages.origin}/chat.html?rate=1000`);
  expect(await (await fetch(`${pages.origin}/inbox/09-13-O-TW4`)).text()).toContain('Pigeon');
  expect((await fetch(`${pages.origin}/nothing.html`)).status).toBe(404);
  expect((await fetch(`${pages.origin}/..%2Fdesk.ts`)).status).toBe(404);
});

test('the mail holds its IDs in order and none of the traps, the others one and none', async () => {
  const found = (await textOf(pages.url('mail'))).match(ID);
  expect(found).toEqual(MAIL_IDS);
  expect((await textOf(pages.url('one'))).match(ID)).toEqual([ONE_ID]);
  expect((await textOf(pages.url('plain'))).match(ID)).toBeNull();
});

test('the inbox gets its conversations newest first', async () => {
  const answer = await (await fetch(`${pages.origin}/conversations.json`)).json();
  const inbox = (answer as { id: string; place: string }[]).filter(({ place }) => place === 'inbox');
  expect(inbox.map(({ id }) => id)).toEqual(INBOX_IDS);
});
