/** Bundles a module and all it imports into one script that can be run in a bare page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `entry` is a file beside this one or a path from it. The script puts its exports wherever it wishes itself. */
export async function bundleForPage(entry: string, minify = false): Promise<string> {
  const path = fileURLToPath(new URL(entry, import.meta.url));
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify, target: 'esnext', lib: { entry: path, formats: ['iife'], name: 'bundled' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`Nothing was built of ${entry}`);
  return chunk.code;
}
