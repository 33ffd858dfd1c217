/** Tests of surfaces on a stage that all tests of a worker share: one browser and one desk, and a scene for each test. */
import { test as base } from '@playwright/test';
import type { DeskOptions } from '../sandbox/desk-types.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { SIZES } from './states.ts';

interface Shared {
  /** What the desk is like; change it by `test.use({ sandbox: { … } })`. */
  sandbox: DeskOptions;
  stage: Stage;
}

export const test = base.extend<{ scene: Scene }, Shared>({
  sandbox: [{}, { option: true, scope: 'worker' }],
  stage: [
    async ({ sandbox }, use) => {
      const stage = await openStage(sandbox);
      await use(stage);
      await stage.close();
    },
    { scope: 'worker' },
  ],
  /** The panel of an agent who waits a second for what is sent, with the desk's calls counted from here. */
  scene: async ({ stage }, use) => {
    const scene = await stage.open('panel', SIZES.panel);
    stage.desk.latencyMs = 0;
    stage.desk.calls.length = 0;
    await scene.ask('settings.change', { changes: { undoSeconds: 1, agentNumber: 10 } });
    await use(scene);
    await scene.page.close();
  },
});
