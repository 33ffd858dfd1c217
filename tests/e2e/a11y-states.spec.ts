/** Every state of every surface: no accessibility violation in either theme, and nothing to scroll sideways. */
import { expect, type Page } from '@playwright/test';
import { findViolations } from '../support/axe.ts';
import type { Surface } from '../support/stage.ts';
import { testOnStage } from '../support/stage-test.ts';
import { SIZES, STATES } from '../support/states.ts';

const test = testOnStage();

for (const state of STATES) {
  test(`${state.name} has no accessibility violation`, async ({ stage }) => {
    const scene = await stage.open(state.surface, SIZES[state.surface]);
    await state.make(scene);
    expect(await scrolledTwice(scene.page, state.surface), 'the document scrolls beside its main part').toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await scene.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The colours of the other theme fade for a moment.
      await scene.page.waitForTimeout(200);
      expect(await findViolations(scene.page), colorScheme).toEqual([]);
    }
    await scene.page.close();
  });
}

/** Pixels by which the document itself can be scrolled: in panel and popup only `main` does, or two bars stand side by side. */
async function scrolledTwice(page: Page, surface: Surface): Promise<number> {
  if (surface === 'options') return 0;
  return page.evaluate<number>(
    `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.documentElement)`,
  );
}
