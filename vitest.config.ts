/** How the tests that need no browser are run: in Node, with an in-memory stand-in for the extension's APIs. */
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // End-to-end tests are Playwright's (`tests/e2e/*.spec.ts`); they need a built extension and a browser.
    exclude: [...configDefaults.exclude, 'tests/e2e/**'],
    mockReset: true,
    restoreMocks: true,
    // The first test of a file also pays for the import of all that it uses.
    testTimeout: 30_000,
    // A test that passes on a second try is a broken test.
    retry: 0,
  },
});
