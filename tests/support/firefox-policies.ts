/** Gives one Firefox a `policies.json` without touching the machine's: a copy of `/etc` that only it sees. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find-browsers.ts';

export interface PoliciesFile {
  /** Start this instead of Firefox itself. */
  executable: string;
  remove(): Promise<void>;
}

/** Needs Linux with `unshare`; as another user than root also user namespaces. Firefox reads the file at its start only. */
export async function writePoliciesFile(policies: Record<string, unknown>): Promise<PoliciesFile> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-firefox-policies-'));
  const file = join(folder, 'policies.json');
  const executable = join(folder, 'firefox');
  await writeFile(file, JSON.stringify({ policies }));
  await writeFile(executable, wrapper(findFirefox(), folder));
  await chmod(executable, 0o755);
  return { executable, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Where a Firefox looks depends on who packed it: `/etc/firefox`, or with the name of the package. */
function wrapper(firefox: string, folder: string): string {
  const unshare = process.getuid?.() === 0 ? 'unshare --mount' : 'unshare --mount --map-root-user';
  return `#!/bin/sh
exec ${unshare} sh -c '
  mkdir -p "${folder}/etc"
  mount -t tmpfs tmpfs "${folder}/etc" || exit 1
  cp -a /etc/. "${folder}/etc/" 2>/dev/null
  for name in firefox firefox-esr; do
    mkdir -p "${folder}/etc/$name/policies"
    cp "${folder}/policies.json" "${folder}/etc/$name/policies/"
  done
  mount --bind "${folder}/etc" /etc || exit 1
  exec "${firefox}" "$@"
' firefox "$@"
`;
}
