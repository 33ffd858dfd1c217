/** `npm run screenshots [part of a name]`: every state of every surface as a picture, and sheets of them; `-- --readme`: README's. */
import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { drawSheet, type SheetPicture } from './contact-sheet.ts';
import { findChromium } from './find-browsers.ts';
import { drawReadme, isInReadme } from './readme-pictures.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { SIZES, STATES, type State } from './states.ts';

const folder = '.output/screenshots';
const themes = ['light', 'dark'] as const;
/** More widths of the states that are shown at all of them. */
const otherWidths = { panel: [280, 600], popup: [280, 600], options: [600, 1280] };

const { values, positionals } = parseArgs({
  options: { readme: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [wanted = ''] = positionals;
const states = STATES.filter(({ name }) => (values.readme ? isInReadme(name) : name.includes(wanted)));

/** Time for the last small movements to end. */
const restMs = 250;

if (process.env.DESKSIDE_BUILT === undefined) spawnSync('wxt', ['build', '--browser', 'chrome'], { stdio: 'inherit' });
if (states.length === STATES.length) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const stage = await openStage();
const sheets = new Map<string, SheetPicture[]>();
const failed: string[] = [];
for (const state of states) {
  const said = await takeState(stage, state).catch((failure: Error) => failure.message.split('\n')[0]);
  if (said) failed.push(state.name);
  console.log(`${said ? 'FAILED' : 'taken '}  ${state.name}${said ? `: ${said}` : ''}`);
}
await stage.close();

const drawer = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, pictures] of sheets) await drawSheet(drawer, pictures, join(folder, `sheet-${name}.png`));
if (values.readme) await drawReadme(drawer, folder);
await drawer.close();
console.log(`${states.length - failed.length} states taken, ${failed.length} failed; sheets in ${folder}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function takeState(on: Stage, state: State): Promise<void> {
  const scene = await on.open(state.surface, SIZES[state.surface]);
  try {
    await state.make(scene);
    for (const theme of themes)
      await take(scene, state, theme, SIZES[state.surface].width, `${state.surface}-${theme}`);
    for (const width of state.wide ? otherWidths[state.surface] : [])
      await take(scene, state, 'light', width, `${state.surface}-${width}px`);
  } catch (failure) {
    await scene.page.screenshot({ path: join(folder, `FAILED-${state.name}.png`) }).catch(() => {});
    throw failure;
  } finally {
    await scene.page.close();
  }
}

async function take(scene: Scene, state: State, theme: 'light' | 'dark', width: number, sheet: string): Promise<void> {
  const { page } = scene;
  await page.setViewportSize({ width, height: SIZES[state.surface].height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.waitForTimeout(restMs);
  const path = join(folder, `${state.name}-${width}-${theme}.png`);
  const part = state.surface === 'popup' ? page.locator('.popup') : page;
  await part.screenshot({ path });
  sheets.set(sheet, [...(sheets.get(sheet) ?? []), { path, width }]);
}
