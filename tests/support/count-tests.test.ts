/** What `npm test` ends with: nothing that did not pass may look as if it had, and what failed is told. */
import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, failuresOfPlaywright, failuresOfVitest } from './count-tests.ts';

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

describe('what failed', () => {
  test('in Vitest: each test, and a file that does not load', () => {
    const one = (fullName: string, status: string) => ({ fullName, status, failureMessages: ['1 is not 2'] });
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [one('adds', 'failed'), one('b', 'passed')],
      },
      { name: 'c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'd.test.ts', status: 'passed', message: '', assertionResults: [one('e', 'passed')] },
    ];
    expect(failuresOfVitest({ testResults })).toEqual([
      { name: 'adds', said: '1 is not 2' },
      { name: 'c.test.ts', said: 'no such module' },
    ]);
  });

  test('in Playwright: at any depth, with what was printed, and outside of any test', () => {
    const result = { errors: [{ message: '\u001b[31mtoo late\u001b[39m' }], stdout: [{ text: 'popup showed' }] };
    const spec = (title: string, ok: boolean) => ({
      title,
      file: 'a.spec.ts',
      line: 7,
      ok,
      tests: [{ results: [result] }],
    });
    const suites = [
      { specs: [spec('opens', false)], suites: [{ specs: [spec('closes', true), spec('waits', false)] }] },
    ];
    expect(failuresOfPlaywright({ errors: [{ message: 'no file' }], suites })).toEqual([
      { name: 'outside of any test', said: 'no file' },
      { name: 'a.spec.ts:7 › waits', said: 'too late\npopup showed' },
      { name: 'a.spec.ts:7 › opens', said: 'too late\npopup showed' },
    ]);
  });
});
