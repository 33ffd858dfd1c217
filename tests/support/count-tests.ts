/** Reads the JSON reports of Vitest and Playwright: how many tests passed and failed, and why. A skipped test counts as failed. */
import { stripVTControlCharacters } from 'node:util';

export interface Count {
  passed: number;
  failed: number;
}

/** A test that failed, with what was said of it. */
export interface Failure {
  name: string;
  said: string;
}

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightReport {
  errors: Said[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; line: number; ok: boolean; tests: { results: PlaywrightResult[] }[] }[];
}

interface PlaywrightResult {
  errors: Said[];
  stdout: { text?: string }[];
}

interface Said {
  message?: string;
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

export function failuresOfVitest(report: unknown): Failure[] {
  return (report as VitestReport).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [{ name, said: message }];
    return failed.map(({ fullName, failureMessages }) => ({ name: fullName, said: failureMessages.join('\n') }));
  });
}

/** With what a test printed: for a failed one that is what panel and popup showed. */
export function failuresOfPlaywright(report: unknown): Failure[] {
  const { errors, suites } = report as PlaywrightReport;
  return [
    ...errors.map((error) => ({ name: 'outside of any test', said: sayError(error) })),
    ...suites.flatMap(inSuite),
  ];
}

function inSuite({ suites = [], specs }: PlaywrightSuite): Failure[] {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => {
      const results = tests.flatMap((test) => test.results);
      const said = results.flatMap(({ errors, stdout }) => [
        ...errors.map(sayError),
        ...stdout.map(({ text }) => text),
      ]);
      return { name: `${file}:${line} › ${title}`, said: said.join('\n') };
    });
  return [...suites.flatMap(inSuite), ...failed];
}

function sayError({ message = '' }: Said): string {
  return stripVTControlCharacters(message);
}
