/** The main job by keyboard alone, room for large text, forced colours, reduced motion. */
import type { Page } from '@playwright/test';
import { findViolations } from '../support/axe.ts';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openStage } from '../support/stage.ts';
import { SIZES, STATES } from '../support/states.ts';

const ID = '11-20-K-R5D';

/** Presses Tab until an element with this name has the focus; fails after a round through all of them. */
async function tabTo(page: Page, role: string, name: string): Promise<void> {
  const wanted = page.getByRole(role as 'button', { name, exact: true });
  await wanted.first().waitFor();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
  }
  throw new Error(`No ${role} “${name}” is reached by Tab.`);
}

test('the main job is done by keyboard alone', async ({ connected, desk }) => {
  await askWorker(connected, 'settings.change', { changes: { undoSeconds: 30 } });
  const panel = await connected.openBeside('mail');
  await panel.getByRole('list', { name: 'Tickets on this page' }).waitFor();
  await tabTo(panel, 'textbox', 'Ticket ID or search');
  await panel.keyboard.type(`${ID.toLowerCase()}\n`);
  await panel.getByRole('article', { name: ID }).getByText('Activity').first().waitFor();

  await tabTo(panel, 'button', 'Reply');
  for (const name of ['Note', 'Assign', 'Move', 'Tag']) {
    await panel.keyboard.press('ArrowRight');
    await expect(panel.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
  await panel.keyboard.type('By keyboard\n');
  await panel.keyboard.press('Control+Enter');
  await tabTo(panel, 'button', 'Send now');
  await panel.keyboard.press('Enter');
  await expect.poll(() => desk.tickets.get(ID)?.tags).toContain('By keyboard');

  await tabTo(panel, 'button', 'Reply');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await panel.keyboard.type('Done, please look.');
  await panel.keyboard.press('Control+Enter');
  await tabTo(panel, 'button', 'Undo');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Reply' })).toHaveValue('Done, please look.');
  await panel.keyboard.press('Escape');

  await tabTo(panel, 'button', 'Close');
  await panel.keyboard.press('Enter');
  await tabTo(panel, 'button', 'Send now');
  await panel.keyboard.press('Enter');
  await expect.poll(() => desk.tickets.get(ID)?.status).toBe(4);
});

test('focus can be seen on everything that takes it', async ({ connected }) => {
  const panel = await connected.openBeside('one');
  await panel.getByRole('article').getByText('Activity').first().waitFor();
  const blind: string[] = [];
  for (let presses = 0; presses < 25; presses++) {
    await panel.keyboard.press('Tab');
    const seen = await panel.evaluate<{ name: string; outline: string }>(`(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { name: document.activeElement.outerHTML.slice(0, 80), outline: outlineStyle + outlineWidth };
    })()`);
    if (/^none|0px$/.test(seen.outline) && !seen.name.startsWith('<body')) blind.push(seen.name);
  }
  expect(blind).toEqual([]);
});

test('nothing scrolls sideways from 280 to 600 px, nor at twice the size', async () => {
  test.setTimeout(240_000);
  const stage = await openStage();
  const sideways: string[] = [];
  const more = /^(composer-(assign|note|note-pending)|panel-bulk-(assign|tag))$/;
  for (const state of STATES.filter(({ name, wide }) => wide || more.test(name))) {
    const scene = await stage.open(state.surface, SIZES[state.surface]);
    await state.make(scene);
    // 360 px at 200 % are 180 px to the page.
    for (const width of [180, 280, 360, 600]) {
      await scene.page.setViewportSize({ width, height: 700 });
      const overflow = await scene.page.evaluate<number>(
        `Math.max(...[document.documentElement, ...document.querySelectorAll('main, .bulk, .row__id')]
          .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))`,
      );
      if (overflow > 0) sideways.push(`${state.name} at ${width} px: ${overflow} px`);
    }
    await scene.page.close();
  }
  await stage.close();
  expect(sideways).toEqual([]);
});

test('forced colours keep every state readable, and reduced motion stops what moves', async () => {
  test.setTimeout(240_000);
  const stage = await openStage();
  for (const state of STATES.filter(({ wide }) => wide)) {
    const scene = await stage.open(state.surface, SIZES[state.surface]);
    await scene.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await state.make(scene);
    expect(await findViolations(scene.page), state.name).toEqual([]);
    const moving = await scene.page.evaluate<string[]>(
      `document.getAnimations().filter(({ playState, effect }) =>
        playState === 'running' && effect.getComputedTiming().endTime > 100)
        .map(({ animationName, transitionProperty, effect }) =>
          (animationName ?? transitionProperty) + ' of ' + effect.target.className)`,
    );
    expect(moving, `${state.name} moves`).toEqual([]);
    await scene.page.close();
  }
  await stage.close();
});
