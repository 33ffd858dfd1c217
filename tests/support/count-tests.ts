/** Counts passed and failed tests in the JSON reports of Vitest and Playwright. A skipped test counts as failed. */

export interface Count {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  errors: unknown[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** A file that fails before it has named a test counts as one failed test. */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numTotalTests, testResults } = report as VitestReport;
  const brokenFiles = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.length === 0;
  });
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + brokenFiles.length };
}

/** Errors outside of any test (a file that cannot be read, a global failure) count as failed tests. */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = report as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
