/** `npm start`: Deskside in Chromium, connected to a sandbox desk, beside a sample inbox; without a display it shows the main job. */
import { spawnSync } from 'node:child_process';
import { type Desk, startDesk } from '../sandbox/desk.ts';
import { type SamplePages, startSamplePages } from '../sandbox/sample-pages.ts';
import { endChildrenOnSignal } from './children.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { connect, lookEverywhere } from './connect.ts';
import { showMainJob } from './show-main-job.ts';

const pictures = '.output/screenshots';

const isHeadless = process.argv.includes('--headless') || !hasDisplay();
const opened: { close(): Promise<void> }[] = [];
endChildrenOnSignal(closeAll);

try {
  build();
  const desk = keep(await startDesk());
  const pages = keep(await startSamplePages());
  say(`A sandbox desk with ${desk.tickets.size} tickets and sample pages at ${pages.origin} are running.`);
  await (isHeadless ? demonstrate(desk, pages) : openForPeople(desk, pages));
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
} finally {
  await closeAll();
}

async function demonstrate(desk: Desk, pages: SamplePages): Promise<void> {
  say('There is no display, so Chromium runs without one and shows the main job by itself.');
  const args = ['--force-device-scale-factor=2', '--hide-scrollbars'];
  const chromium = keep(await launchChromium({ ...reach(desk), welcome: 'kept', args }));
  await showMainJob({ chromium, desk, pages, say, pictures });
}

async function openForPeople(desk: Desk, pages: SamplePages): Promise<void> {
  const chromium = keep(await launchChromium({ ...reach(desk), headless: false }));
  await connect(chromium, desk.keys.agent);
  await lookEverywhere(chromium);
  await chromium.page.goto(pages.url('inbox'));
  await chromium.openSidePanel(chromium.page);
  say('Chromium is open on the sample inbox with Deskside beside it. Close it, or press Ctrl+C, to end.');
  say(`More sample pages: ${pages.origin}`);
  await untilClosed(chromium);
}

/** Also when the last window is closed while the browser itself would stay, as on a Mac. */
function untilClosed({ context }: Chromium): Promise<void> {
  return new Promise((done) => {
    context.once('close', () => done());
    context.on('page', watch);
    for (const page of context.pages()) watch(page);
    function watch(page: { once(event: 'close', listener: () => void): unknown }) {
      page.once('close', () => {
        if (context.pages().length === 0) done();
      });
    }
  });
}

function build(): void {
  say('Building Deskside for Chromium.');
  const { status, stdout, stderr } = spawnSync('wxt', ['build', '--browser', 'chrome'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

function reach({ port, spki }: Desk): { deskPort: number; spki: string } {
  return { deskPort: port, spki };
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function keep<T extends { close(): Promise<void> }>(thing: T): T {
  opened.unshift(thing);
  return thing;
}

async function closeAll(): Promise<void> {
  for (const thing of opened.splice(0)) await thing.close().catch(() => {});
}

function say(text: string): void {
  console.log(`» ${text}`);
}
