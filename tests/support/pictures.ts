/** Saves what is on screen as pictures, and puts the page and the panel beside each other as people see them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

export interface Pictures {
  /** Saves one surface, its whole height, as `NAME.png` and returns the file's path. */
  take(name: string, surface: Page): Promise<string>;
  /** Takes several surfaces, in reading order, for one picture, and returns its path. */
  takeBeside(name: string, surfaces: Page[]): Promise<string>;
  /** Joins and saves what was taken beside each other. At the end only: it needs a tab, and the panel follows tabs. */
  finish(): Promise<void>;
}

/** Keeps pictures in a folder, which is made when it is missing. */
export async function keepPictures(context: BrowserContext, folder: string): Promise<Pictures> {
  await mkdir(folder, { recursive: true });
  const toJoin = new Map<string, Buffer[]>();
  return {
    take: async (name, surface) => {
      const path = join(folder, `${name}.png`);
      await surface.screenshot({ path, fullPage: true });
      return path;
    },
    takeBeside: async (name, surfaces) => {
      const shots: Buffer[] = [];
      for (const surface of surfaces) shots.push(await surface.screenshot());
      const path = join(folder, `${name}.png`);
      toJoin.set(path, shots);
      return path;
    },
    finish: async () => {
      for (const [path, shots] of toJoin) await writeFile(path, await joinBeside(context, shots));
      toJoin.clear();
    },
  };
}

/** Lays pictures side by side in a page of its own, at the size they had on screen, and takes that. */
async function joinBeside(context: BrowserContext, shots: Buffer[]): Promise<Buffer> {
  const table = await context.newPage();
  try {
    const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('');
    const style = 'body { margin: 0; display: inline-flex; gap: 1px; background: #fff; align-items: flex-end }';
    await table.setContent(`<style>${style}</style>${images}`);
    await table.evaluate(`Promise.all([...document.images].map(async (image) => {
      await image.decode();
      image.style.width = image.naturalWidth / devicePixelRatio + 'px';
    }))`);
    const box = await table.locator('body').boundingBox();
    if (box) await table.setViewportSize({ width: Math.ceil(box.width), height: Math.ceil(box.height) });
    return await table.screenshot({ fullPage: true });
  } finally {
    await table.close();
  }
}
