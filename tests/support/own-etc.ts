/** Starts a program that sees a copy of `/etc` of its own, with files in it that only it reads: the machine's stays as it is. */
import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As another user than root this needs user namespaces. */
const unshare = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];

/**
 * Writes a script that starts `program`, into `folder`. `place` are shell commands that put what is wanted below `$etc`.
 * Rejects where this machine lets nobody have mounts of their own.
 */
export async function writeWithOwnEtc(folder: string, program: string, place: string): Promise<string> {
  try {
    execFileSync('unshare', [...unshare, 'true'], { stdio: 'ignore' });
  } catch (cause) {
    const hint = 'in a container start it with the capability SYS_ADMIN, elsewhere allow user namespaces';
    throw new Error(`Tests of an organisation's policies need "unshare --mount": ${hint}.`, { cause });
  }
  const executable = join(folder, 'start');
  await writeFile(
    executable,
    `#!/bin/sh
exec unshare ${unshare.join(' ')} sh -c '
  etc="${folder}/etc"
  mkdir -p "$etc"
  mount -t tmpfs tmpfs "$etc" || exit 1
  cp -a /etc/. "$etc/" 2>/dev/null
  ${place}
  mount --rbind "$etc" /etc || exit 1
  exec "${program}" "$@"
' start "$@"
`,
  );
  await chmod(executable, 0o755);
  return executable;
}
