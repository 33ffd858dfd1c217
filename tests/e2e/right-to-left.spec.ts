/** Texts written from right to left read as they were written, on every surface, and ticket IDs and links in them as ever. */
import type { Locator } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { row, showRead } from '../support/list-of-page.ts';
import { testOnStage } from '../support/stage-test.ts';
import { showTicket, ticketOf } from '../support/ticket-panel.ts';

const test = testOnStage();

const ID = '11-21-2-HM9';
const TEXT =
  'مرحبا، التذكرة 09-13-O-TW4 ما زالت مفتوحة، انظر https://status.example/2231/ وأرجو الرد اليوم.\nThe invoice, INV-2231.';

/** Where the first and the last letter of a piece of the element's text stand, from its own edges, in CSS pixels. */
function lettersOf(element: Locator, piece: string): Promise<{ first: number; last: number; width: number }> {
  return element.evaluate((inside, wanted) => {
    const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
    const { left, width } = inside.getBoundingClientRect();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const leftOf = (offset: number) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect().left - left;
      };
      return { first: leftOf(at), last: leftOf(at + wanted.length - 1), width };
    }
    throw new Error(`No ${wanted}`);
  }, piece);
}

test('an ID and a link in an Arabic mail stand in their own order, and an English line of it from the left', async ({
  scene,
}) => {
  const { page, desk } = scene;
  Object.assign(desk.tickets.get(ID) ?? {}, { description: TEXT });
  await page.setViewportSize({ width: 600, height: 900 });
  await showTicket(page, ID);
  const text = ticketOf(page, ID).locator('.ticket-text').first();
  for (const piece of ['09-13-O-TW4', '/2231/', 'The invoice, INV-2231.']) {
    const { first, last } = await lettersOf(text, piece);
    expect(first, piece).toBeLessThan(last);
  }
  expect((await lettersOf(text, 'The invoice')).first).toBeLessThan(2);
  const { first, width } = await lettersOf(text, 'مرحبا');
  expect(first).toBeGreaterThan(width - 20);
});

test('the first words of an Arabic mail are seen in a row and in the popup, from the right', async ({
  scene,
  stage,
}) => {
  const { page, desk } = scene;
  Object.assign(desk.tickets.get(ID) ?? {}, { description: TEXT });
  await page.setViewportSize({ width: 280, height: 900 });
  await showRead(scene, [ID, '11-20-K-R5D']);
  const inRow = await lettersOf(row(page, ID).locator('.row__text'), 'مرحبا');
  expect(inRow.first).toBeGreaterThan(inRow.width - 20);
  expect(inRow.first).toBeLessThan(inRow.width);

  const popup = await stage.open('popup', { width: 380, height: 560 });
  await popup.showPage([ID]);
  const inCard = await lettersOf(popup.page.locator('.card__text'), 'مرحبا');
  expect(inCard.first).toBeGreaterThan(inCard.width - 20);
  await popup.page.close();
});
