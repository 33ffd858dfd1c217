/** `npm run test:kill [count] [seed]`: worker kills at random moments on the built extension; ends with 1 when one went wrong. */
import { execFileSync } from 'node:child_process';
import { runKillTrials, tellFigures } from '../kill/kill-trials.ts';
import { startDesk } from '../sandbox/desk.ts';
import { launchChromium } from './chromium.ts';
import { connect } from './connect.ts';

const count = Number(process.argv[2] ?? process.env.KILLS ?? 200);
const seed = Number(process.argv[3] ?? process.env.KILL_SEED ?? Date.now() % 1_000_000);

if (process.env.DESKSIDE_BUILT === undefined)
  execFileSync('wxt', ['build', '--browser', 'chrome'], { stdio: 'inherit' });
const startedAt = performance.now();
const desk = await startDesk({ tickets: Math.max(300, count * 4) });
const browser = await launchChromium({ deskPort: desk.port, spki: desk.spki });
try {
  await connect(browser, desk.keys.agent);
  const figures = await runKillTrials(browser, desk, count, seed);
  console.log(`Seed ${seed}, ${((performance.now() - startedAt) / 60_000).toFixed(1)} min.\n${tellFigures(figures)}`);
  const wrong = figures.duplicates.length + figures.losses.length + figures.falseClaims.length;
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await browser.close();
  await desk.close();
}
