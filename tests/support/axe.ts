/** Runs the axe accessibility checks in a page, past its content security policy. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[];
}

/** WCAG 2.2 A and AA with axe's best practices; each violation as a line that says what and where. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(`${source}; undefined`);
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}
