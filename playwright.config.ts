/** How the tests of the built extension in real browsers are run. */
import { defineConfig } from '@playwright/test';

// The real side panel and popup are neither tabs nor windows; without it Playwright does not see them.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

// Every browser of the suite is searched for the desk's keys (tests/support/canary.ts).
process.env.DESKSIDE_CANARY = '1';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/playwright',
  // Only a failure waits so long; a busy machine should not make one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that passes on a second try is a broken test.
  retries: 0,
  reporter: 'line',
});
