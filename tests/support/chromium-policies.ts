/** Gives one Chromium an organisation's policies without touching the machine's. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWithOwnEtc } from './own-etc.ts';

export interface ManagedPolicies {
  /** Start this instead of Chromium itself. */
  executable: string;
  /** Replaces the policies; a running Chromium takes them over within seconds. */
  write(policies: Record<string, unknown>): Promise<void>;
  remove(): Promise<void>;
}

/** Needs Linux with `unshare`. */
export async function managePolicies(
  chromium: string,
  extensionId: string,
  policies: Record<string, unknown>,
): Promise<ManagedPolicies> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-policies-'));
  const managed = join(folder, 'managed');
  await mkdir(managed);
  const write = async (next: Record<string, unknown>) => {
    const draft = join(folder, 'draft.json');
    await writeFile(draft, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: next } } }));
    await rename(draft, join(managed, 'deskside.json'));
  };
  await write(policies);
  const executable = await writeWithOwnEtc(folder, chromium, placeFor(managed));
  return { executable, write, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Where a Chromium looks depends on who built it. */
function placeFor(managed: string): string {
  return `for name in chromium opt/chrome_for_testing; do
    rm -rf "$etc/$name"
    mkdir -p "$etc/$name/policies/managed"
    mount --bind "${managed}" "$etc/$name/policies/managed" || exit 1
  done`;
}
