/** Tests of surfaces on a stage that the tests of one file share: one browser and one desk, and a scene for each test. */
import { test as base } from '@playwright/test';
import type { DeskOptions } from '../sandbox/desk-types.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { SIZES } from './states.ts';

/**
 * To be called once in a file: what its tests leave at the desk is met by no other file. `undoSeconds`: how long what is
 * sent is held; long where a test clicks `Send now`, for on a busy machine a second is over before that.
 */
export function testOnStage(sandbox: DeskOptions = {}, undoSeconds = 1) {
  return base.extend<{ scene: Scene }, { stage: Stage }>({
    stage: [
      async ({ browserName: _unused }, use) => {
        const stage = await openStage(sandbox);
        await use(stage);
        await stage.close();
      },
      { scope: 'worker' },
    ],
    /** An agent's panel, with the desk's calls counted from here. */
    scene: async ({ stage }, use) => {
      const scene = await stage.open('panel', SIZES.panel);
      stage.desk.latencyMs = 0;
      stage.desk.calls.length = 0;
      await scene.ask('settings.change', { changes: { undoSeconds, agentNumber: 10 } });
      await use(scene);
      await scene.page.close();
    },
  });
}
