/** Draws the extension's icons from `public/icon/deskside.svg`: `node tests/support/draw-icons.ts`, by hand when the mark changes. */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findChromium } from './find-browsers.ts';

const SIZES = [16, 32, 48, 128];
const folder = new URL('../../public/icon/', import.meta.url);

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const mark = await readFile(new URL('deskside.svg', folder), 'utf8');
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
}
await browser.close();
