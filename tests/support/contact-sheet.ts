/** Puts pictures side by side on one sheet, each with its name. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser } from '@playwright/test';

export interface SheetPicture {
  path: string;
  /** CSS pixels it is drawn at. */
  width: number;
}

/** Draws the sheet as a PNG. */
export async function drawSheet(browser: Browser, pictures: SheetPicture[], path: string, columns = 6): Promise<void> {
  const cells = await Promise.all(pictures.map(drawCell));
  const widest = Math.max(...pictures.map(({ width }) => width));
  const page = await browser.newPage({ viewport: { width: columns * (widest + 24) + 24, height: 400 } });
  await page.setContent(`<style>
    body { margin: 24px; background: #8a8f99; font: 12px system-ui; display: grid; gap: 24px;
      grid-template-columns: repeat(${columns}, ${widest}px); align-items: start; }
    figure { margin: 0 } figcaption { color: #fff; padding-bottom: 4px } img { display: block }
  </style>${cells.join('')}`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

async function drawCell({ path, width }: SheetPicture): Promise<string> {
  const data = (await readFile(path)).toString('base64');
  const name = basename(path, '.png');
  return `<figure><figcaption>${name}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`;
}
