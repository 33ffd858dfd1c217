/** Gives one Firefox a `policies.json` without touching the machine's. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find-browsers.ts';
import { writeWithOwnEtc } from './own-etc.ts';

export interface PoliciesFile {
  /** Start this instead of Firefox itself. */
  executable: string;
  remove(): Promise<void>;
}

/** Needs Linux with `unshare`. Firefox reads the file at its start only. */
export async function writePoliciesFile(policies: Record<string, unknown>): Promise<PoliciesFile> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-firefox-policies-'));
  const file = join(folder, 'policies.json');
  await writeFile(file, JSON.stringify({ policies }));
  const executable = await writeWithOwnEtc(folder, findFirefox(), placeFor(file));
  return { executable, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Where a Firefox looks depends on who packed it: `/etc/firefox`, or with the name of the package. */
function placeFor(file: string): string {
  return `for name in firefox firefox-esr; do
    mkdir -p "$etc/$name/policies"
    cp "${file}" "$etc/$name/policies/"
  done`;
}
