/** Gives one Chromium an organisation's policies without touching the machine's: a mount that only it sees. */
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ManagedPolicies {
  /** Start this instead of Chromium itself. */
  executable: string;
  /** Replaces the policies; a running Chromium takes them over within seconds. */
  write(policies: Record<string, unknown>): Promise<void>;
  remove(): Promise<void>;
}

/** Needs Linux with `unshare`; as another user than root also user namespaces. */
export async function managePolicies(
  chromium: string,
  extensionId: string,
  policies: Record<string, unknown>,
): Promise<ManagedPolicies> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-policies-'));
  const managed = join(folder, 'managed');
  const executable = join(folder, 'chromium');
  await mkdir(managed);
  const write = async (next: Record<string, unknown>) => {
    const draft = join(folder, 'draft.json');
    await writeFile(draft, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: next } } }));
    await rename(draft, join(managed, 'deskside.json'));
  };
  await write(policies);
  await writeFile(executable, wrapper(chromium, managed));
  await chmod(executable, 0o755);
  return { executable, write, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Chromium reads `/etc/chromium/policies/managed`: in a mount namespace of its own that place is our folder. */
function wrapper(chromium: string, managed: string): string {
  const unshare = process.getuid?.() === 0 ? 'unshare --mount' : 'unshare --mount --map-root-user';
  return `#!/bin/sh
exec ${unshare} sh -c '
  mount -t tmpfs tmpfs /etc/chromium || exit 1
  mkdir -p /etc/chromium/policies/managed
  mount --bind "${managed}" /etc/chromium/policies/managed || exit 1
  exec "${chromium}" "$@"
' chromium "$@"
`;
}
