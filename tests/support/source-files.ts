/** Reads the product's source files and what they import, for the tests that keep the architecture. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  path: string;
  text: string;
  /** What it imports, as written. */
  imports: string[];
}

/** Every TypeScript file below the named folders of the project (folders that do not exist hold none). */
export function readSourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap(readFolder).map((path) => {
    const text = readFileSync(root + path, 'utf8');
    return { path, text, imports: findImports(text) };
  });
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path))
      .sort();
  } catch {
    return [];
  }
}

/** The module names of all static, re-exporting and dynamic imports in a source text. */
export function findImports(text: string): string[] {
  const statics = text.matchAll(/^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm);
  const bare = text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...statics, ...bare, ...dynamic].map((match) => match[1] ?? '');
}

/** Where a relative import leads, from the project's root; a package's name stays as it is. */
export function resolveImport(fromPath: string, name: string): string {
  if (!name.startsWith('.')) return name;
  return posix.normalize(posix.join(posix.dirname(fromPath), name));
}
