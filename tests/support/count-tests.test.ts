/** The sum that `npm test` ends with: nothing that did not pass may look as if it had. */
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count-tests.ts';

describe('Vitest reports', () => {
  const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });

  test.each([
    ['all passed', { numPassedTests: 3, numTotalTests: 3, testResults: [file('passed', 3)] }, [3, 0]],
    ['one failed', { numPassedTests: 2, numTotalTests: 3, testResults: [file('failed', 3)] }, [2, 1]],
    ['one skipped', { numPassedTests: 2, numTotalTests: 3, testResults: [file('passed', 3)] }, [2, 1]],
    ['a file that does not load', { numPassedTests: 0, numTotalTests: 0, testResults: [file('failed', 0)] }, [0, 1]],
  ])('%s', (_name, report, [passed, failed]) => {
    expect(countVitest(report)).toEqual({ passed, failed });
  });
});

describe('Playwright reports', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };

  test.each([
    ['all passed', { stats, errors: [] }, [4, 0]],
    ['one failed', { stats: { ...stats, unexpected: 1 }, errors: [] }, [4, 1]],
    ['one skipped', { stats: { ...stats, skipped: 1 }, errors: [] }, [4, 1]],
    ['an error outside of tests', { stats, errors: [{}] }, [4, 1]],
  ])('%s', (_name, report, [passed, failed]) => {
    expect(countPlaywright(report)).toEqual({ passed, failed });
  });
});
