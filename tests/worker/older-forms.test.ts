/** Every form that a version of Deskside ever stored is read by this one: a file for each, in `older-forms`. */
import { existsSync, readFileSync } from 'node:fs';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { keptForms, migrate } from '../../lib/worker/kept.ts';
import '../../lib/worker/start.ts';

/** `NAME.vN.json`: what version N stored, and what it must read as now. */
interface OlderForm {
  stored: { v: number; value: unknown };
  reads: unknown;
}

const fileOf = (name: string, version: number) => new URL(`./older-forms/${name}.v${version}.json`, import.meta.url);

const forms = keptForms.flatMap(({ name, version, migrations }) =>
  Array.from({ length: version }, (_, index) => ({ name, from: index + 1, to: version, migrations })),
);

test('there are kept things', () => {
  expect(keptForms.map(({ name }) => name)).toEqual(expect.arrayContaining(['settings', 'names', 'draft', 'outbox']));
});

test.each(forms)('$name of version $from is read as version $to', ({ name, from, to, migrations }) => {
  const file = fileOf(name, from);
  expect(
    existsSync(file),
    `Keep an example of ${name} as version ${from} stored it: ${file.pathname.split('/').at(-1)}`,
  ).toBe(true);
  const { stored, reads } = JSON.parse(readFileSync(file, 'utf8')) as OlderForm;
  expect(stored.v).toBe(from);
  expect(migrate(stored, to, migrations)).toEqual(reads);
});

test.each(keptForms)('a $name of a newer version is left alone', ({ version, migrations }) => {
  expect(migrate({ v: version + 1, value: {} }, version, migrations)).toBeUndefined();
});

test.each(keptForms)(
  'a next form of $name without a migration would be noticed above',
  ({ name, version, migrations }) => {
    const { stored, reads } = JSON.parse(readFileSync(fileOf(name, version), 'utf8')) as OlderForm;
    expect(reads).toBeDefined();
    expect(migrate(stored, version + 1, migrations)).toBeUndefined();
  },
);
