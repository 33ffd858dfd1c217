/** Puts pictures side by side on one sheet. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser } from '@playwright/test';

export interface SheetPicture {
  path: string;
  /** CSS pixels it is drawn at. */
  width: number;
}

export interface SheetLook {
  columns?: number;
  /** Close together, and without names. */
  isPlain?: boolean;
}

/** Draws the sheet as a PNG. */
export async function drawSheet(
  browser: Browser,
  pictures: SheetPicture[],
  path: string,
  { columns = 6, isPlain = false }: SheetLook = {},
): Promise<void> {
  const cells = await Promise.all(pictures.map(drawCell));
  const widest = Math.max(...pictures.map(({ width }) => width));
  const [edge, gap] = isPlain ? [8, 16] : [24, 24];
  const width = columns * (widest + gap) - gap + 2 * edge;
  const page = await browser.newPage({ viewport: { width, height: 400 } });
  await page.setContent(`<style>
    body { margin: ${edge}px; background: #8a8f99; font: 12px system-ui; display: grid; gap: ${gap}px;
      grid-template-columns: repeat(${columns}, ${widest}px); align-items: start; }
    figure { margin: 0 } figcaption { color: #fff; padding-bottom: 4px;${isPlain ? ' display: none' : ''} } img { display: block }
  </style>${cells.join('')}`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

async function drawCell({ path, width }: SheetPicture): Promise<string> {
  const data = (await readFile(path)).toString('base64');
  const name = basename(path, '.png');
  return `<figure><figcaption>${name}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`;
}
