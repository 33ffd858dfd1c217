/** `npm test`: types, lint, both builds, unit tests and browser tests; says what failed at its end, and how many last. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { endChildrenOnSignal, startChild } from './children.ts';
import {
  type Count,
  countPlaywright,
  countVitest,
  type Failure,
  failuresOfPlaywright,
  failuresOfVitest,
} from './count-tests.ts';

const results = '.cache/test-results';
const vitestReport = `${results}/vitest.json`;
const playwrightReport = `${results}/playwright.json`;

/** Of what is said of one failed test, in characters. */
const MOST_SAID = 4000;

interface Step {
  name: string;
  commands: string[][];
  env?: Record<string, string>;
  /** The step's JSON report and how to read it; a step without one is one test: it passes or fails. */
  report?: { path: string; count(report: unknown): Count; failures(report: unknown): Failure[] };
  /** Steps that must have passed for this one to make sense. */
  needs?: string[];
}

const steps: Step[] = [
  {
    name: 'types',
    commands: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'lint', commands: [['biome', 'ci', '--diagnostic-level=error', '.']] },
  { name: 'build for Chromium', commands: [['wxt', 'build', '--browser', 'chrome']] },
  { name: 'build for Firefox', commands: [['wxt', 'build', '--browser', 'firefox']] },
  {
    name: "Mozilla's linter",
    commands: [['addons-linter', '.output/firefox-mv3']],
    needs: ['build for Firefox'],
  },
  {
    name: 'unit tests',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]],
    report: { path: vitestReport, count: countVitest, failures: failuresOfVitest },
  },
  { name: 'model of the outbox', commands: [['node', 'tests/model/run-model.ts']] },
  {
    name: 'browser tests',
    commands: [['playwright', 'test', '--reporter=line,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    report: { path: playwrightReport, count: countPlaywright, failures: failuresOfPlaywright },
    needs: ['build for Chromium', 'build for Firefox'],
  },
  { name: 'canary keys', commands: [['node', 'tests/support/find-canary.ts']] },
];

endChildrenOnSignal();
await rm(results, { recursive: true, force: true });
await rm('.cache/canary', { recursive: true, force: true });
await mkdir(results, { recursive: true });
console.log(`Node ${process.version}`);

const total: Count = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
const failures: Failure[] = [];
for (const step of steps) {
  const startedAt = performance.now();
  console.log(`\n— ${step.name} —`);
  const { passed, failed } = await runStep(step);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`— ${step.name}: ${failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s —`);
  if (failed > 0) failedSteps.push(step.name);
  total.passed += passed;
  total.failed += failed;
}

// Once more where it is found: the reporters said it minutes and hundreds of lines ago.
for (const { name, said } of failures) console.log(`\nFAILED ${name}\n${said.slice(0, MOST_SAID)}`);
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

async function runStep(step: Step): Promise<Count> {
  const missing = (step.needs ?? []).filter((needed) => failedSteps.includes(needed));
  if (missing.length > 0) {
    console.log(`Not run, because this failed: ${missing.join(', ')}`);
    return { passed: 0, failed: 1 };
  }
  let isFine = true;
  for (const command of step.commands) isFine &&= await runCommand(command, step.env);
  if (!step.report) return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 };
  const counted = await readReport(step.report);
  // A tool that ends badly without naming a failed test has failed all the same.
  return !isFine && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function readReport({ path, count, failures: find }: NonNullable<Step['report']>): Promise<Count> {
  try {
    const report = JSON.parse(await readFile(path, 'utf8'));
    failures.push(...find(report));
    return count(report);
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function runCommand([program = '', ...words]: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = startChild(program, words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', (failure) => {
      console.error(`${program}: ${failure.message}`);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}
