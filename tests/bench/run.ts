/** `npm run bench`: what detection costs, beside the floor and three known libraries; what our own pages weigh and take to paint. `-- --page FILE …` adds pages. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { bundleForPage } from '../detect/bundle-page.ts';
import { findChromium } from '../support/find-browsers.ts';
import { measureExtension } from './extension.ts';
import { type Row, writeTable } from './figures.ts';
import type { Lab } from './lab.ts';
import { measureChanges } from './measure-changes.ts';
import { measureLatency } from './measure-latency.ts';
import { measurePresence } from './measure-presence.ts';
import { measureScans } from './measure-scans.ts';
import { measureTyping } from './measure-typing.ts';
import { timePaint, weighSurfaces } from './surfaces.ts';

const { values } = parseArgs({
  options: {
    page: { type: 'string', multiple: true, default: [] },
    /** Fewer and shorter runs: figures to look at, not to judge by. */
    quick: { type: 'boolean', default: false },
    /** Only one part: scans, changes, typing, latency, presence or extension. */
    only: { type: 'string' },
  },
  allowPositionals: true,
});

const script = await bundleForPage('../bench/in-page.ts', true);
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: false,
  // With `gc`: what the making of a page leaves behind is cleared up before a run on it is timed.
  args: ['--disable-gpu', '--js-flags=--expose-gc'],
});

/** A page of its own for each figure, with the measuring script in it. */
const lab: Lab = {
  quick: values.quick,
  open: async (html = '<!doctype html><title></title><body></body>') => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // Isolated from other origins a page has a clock of 5 µs; others have one of 100 µs.
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() ? route.fulfill({ headers, body: html }) : route.abort(),
    );
    await page.goto('https://bench.example/', { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    return page;
  },
};

const files = await Promise.all(values.page.map(async (path) => ({ name: path, html: await readFile(path, 'utf8') })));
const parts: Record<string, () => Promise<Row[]>> = {
  scans: () => measureScans(lab, files),
  changes: () => measureChanges(lab),
  extension: async () => [
    ...(await measureExtension()),
    ...(await weighSurfaces()),
    ...(await timePaint(values.quick)),
  ],
  typing: () => measureTyping(lab),
  latency: () => measureLatency(lab),
  presence: () => measurePresence(lab),
};
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue;
    console.log(`— ${name} —`);
    rows.push(...(await measure()));
  }
} finally {
  await browser.close();
}
console.log(`\n${browser.version() && `Chromium ${browser.version()}`}, ratios as median (middle half)\n`);
console.log(writeTable(rows));
