/** What our own pages weigh, and how soon the panel paints a stored ticket. */

import { startDesk } from '../sandbox/desk.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect } from '../support/connect.ts';
import { measurePaints } from '../support/paint-time.ts';
import { measureSurfaces } from '../support/surface-sizes.ts';
import { quantile, type Row } from './figures.ts';

/** Milliseconds from the start of the script. */
const GOAL_MS = 100;

/** Of a build that stands in `.output`. */
export async function weighSurfaces(): Promise<Row[]> {
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  return (await measureSurfaces('.output/chrome-mv3')).map(({ surface, scripts, packed, styles }) => ({
    figure: `scripts of ${surface}, gzip`,
    goal: '—',
    got: `${kB(packed)} kB (${kB(scripts)} kB unpacked; styles ${kB(styles)} kB)`,
  }));
}

export async function timePaint(quick: boolean): Promise<Row[]> {
  const desk = await startDesk();
  const chromium = await launchChromium({ deskPort: desk.port, spki: desk.spki });
  await connect(chromium, desk.keys.agent);
  const times = await measurePaints(chromium, quick ? 7 : 25);
  await chromium.close();
  await desk.close();
  const row = (figure: string, values: number[], goal?: number): Row => {
    const at = (share: number) => quantile(values, share).toFixed(0);
    const got = `${at(0.5)} ms (${at(0.25)}–${at(0.75)}, best ${at(0)})`;
    if (goal === undefined) return { figure, goal: '—', got };
    return { figure, goal: `< ${goal} ms`, got, isReached: quantile(values, 0.5) < goal };
  };
  return [
    row(
      'panel paints a stored ticket, from script start',
      times.map(({ fromScript }) => fromScript),
      GOAL_MS,
    ),
    row(
      'the same, loading and evaluating the scripts included',
      times.map(({ fromLoading }) => fromLoading),
    ),
  ];
}
