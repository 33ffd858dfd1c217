/** Keeps the map in ARCHITECTURE.md true: who may import whom, and what each file says in its first line. */
import { describe, expect, test } from 'vitest';
import { findImports, readSourceFiles, resolveImport, type SourceFile } from './support/source-files.ts';

/** Which of our own folders each layer may import (its own folder always). Downhill only. */
const layers: Record<string, { mayImport: string[]; mayUse: string[] }> = {
  'lib/tickets': { mayImport: [], mayUse: ['date-fns', '@date-fns/', 'valibot'] },
  'lib/words': { mayImport: ['lib/tickets'], mayUse: ['wxt/'] },
  'lib/protocol': { mayImport: ['lib/words', 'lib/tickets'], mayUse: ['wxt/', 'valibot'] },
  'lib/state': { mayImport: ['lib/protocol', 'lib/words', 'lib/tickets'], mayUse: ['wxt/', 'idb', 'valibot'] },
  'lib/worker': {
    mayImport: ['lib/state', 'lib/protocol', 'lib/words', 'lib/tickets'],
    mayUse: ['wxt/', 'ky', 'idb', 'valibot', 'date-fns', '@date-fns/'],
  },
  'lib/detect': { mayImport: ['lib/tickets'], mayUse: [] },
  'lib/hooks': { mayImport: ['lib/state', 'lib/protocol', 'lib/words', 'lib/tickets'], mayUse: ['wxt/', 'preact'] },
  components: {
    mayImport: ['lib/hooks', 'lib/state', 'lib/protocol', 'lib/words', 'lib/tickets'],
    mayUse: ['wxt/', 'preact', 'lucide', 'date-fns', '@date-fns/'],
  },
};

/** What each kind of entrypoint may import: only its own side. The first that fits a path counts. */
const entrypoints: { name: string; is: RegExp; mayImport: string[] }[] = [
  {
    name: 'the worker',
    is: /^entrypoints\/background\b/,
    mayImport: ['lib/worker', 'lib/state', 'lib/protocol', 'lib/words', 'lib/tickets'],
  },
  {
    name: 'a content script',
    is: /^entrypoints\/[^/]*\bcontent\b/,
    mayImport: ['lib/detect', 'lib/protocol', 'lib/words', 'lib/tickets'],
  },
  {
    name: 'one of our pages',
    is: /^entrypoints\//,
    mayImport: ['components', 'lib/hooks', 'lib/state', 'lib/protocol', 'lib/words', 'lib/tickets'],
  },
];

/** Within components, from the outside in; a folder that is not named is a view. Imports go along or inward. */
const componentSteps: { step: string; folders: string[] }[] = [
  { step: 'apps', folders: ['panel', 'popup', 'settings'] },
  { step: 'views', folders: [] },
  { step: 'parts', folders: ['failure', 'parts'] },
  { step: 'basic', folders: ['basic'] },
];

const sources = readSourceFiles('entrypoints', 'components', 'lib');
const everything = [...sources, ...readSourceFiles('tests')];

function layerOf(path: string): string | undefined {
  if (path.startsWith('entrypoints/')) return 'entrypoints';
  return Object.keys(layers).find((layer) => path.startsWith(`${layer}/`));
}

function ownFoldersAllowed(file: SourceFile): { who: string; mayImport: string[] } | undefined {
  const entry = entrypoints.find(({ is }) => is.test(file.path));
  if (entry) return { who: entry.name, mayImport: entry.mayImport };
  const layer = layerOf(file.path);
  return layer ? { who: layer, mayImport: layers[layer]?.mayImport ?? [] } : undefined;
}

function findUphillImports(file: SourceFile): string[] {
  const allowed = ownFoldersAllowed(file);
  if (!allowed) {
    const known = Object.keys(layers).join(', ');
    return [`${file.path} is in no known layer. Put it into one of: ${known}, entrypoints (see ARCHITECTURE.md).`];
  }
  return file.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => resolveImport(file.path, name))
    .filter((target) => /\.tsx?$/.test(target) && layerOf(target) !== layerOf(file.path))
    .filter((target) => !allowed.mayImport.some((folder) => target.startsWith(`${folder}/`)))
    .map(
      (target) =>
        `${file.path} imports ${target}, but ${allowed.who} may import only: ${allowed.mayImport.join(', ') || 'nothing of ours'}. ` +
        'Move what both need downhill, or hand it in as a parameter.',
    );
}

function findForeignPackages(file: SourceFile): string[] {
  const layer = layers[layerOf(file.path) ?? ''];
  if (!layer) return [];
  return file.imports
    .filter((name) => !name.startsWith('.'))
    .filter((name) => !layer.mayUse.some((pack) => name === pack || name.startsWith(pack.replace(/\/?$/, '/'))))
    .map((name) => {
      const packs = layer.mayUse.join(', ') || 'no package';
      return `${file.path} uses '${name}'; ${layerOf(file.path)} may use: ${packs}. Wrap it in the layer that may.`;
    });
}

function stepOf(path: string): number {
  const folder = path.split('/')[1] ?? '';
  const step = componentSteps.findIndex(({ folders }) => folders.includes(folder));
  return step < 0 ? componentSteps.findIndex(({ step: name }) => name === 'views') : step;
}

function findStepsBack(file: SourceFile): string[] {
  if (!file.path.startsWith('components/')) return [];
  const steps = componentSteps.map(({ step }) => step).join(' → ');
  return file.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => resolveImport(file.path, name))
    .filter((target) => target.startsWith('components/') && stepOf(target) < stepOf(file.path))
    .map((target) => `${file.path} imports ${target}: components go ${steps}, never back. Use a prop.`);
}

describe('imports go downhill only', () => {
  test('each file imports only what its layer may', () => {
    expect(sources.flatMap(findUphillImports)).toEqual([]);
  });

  test('each layer uses only its packages', () => {
    expect(sources.flatMap(findForeignPackages)).toEqual([]);
  });

  test('components go apps → views → parts → basic', () => {
    expect(sources.flatMap(findStepsBack)).toEqual([]);
  });

  test('lib/detect knows no extension API, so that it can be tried on any page', () => {
    const users = sources
      .filter(({ path }) => path.startsWith('lib/detect/'))
      .filter(({ text }) => /\b(?:browser|chrome)\.[a-z]/.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
      .map(({ path }) => `${path} names an extension API. Take what it does as a parameter from the entrypoint.`);
    expect(users).toEqual([]);
  });
});

/** What came with Chromium 124 or later, or Firefox 141: the manifest lets in 123 and 140. What is asked for first is not named. */
const tooYoung: RegExp[] = [
  /\bURL\.parse\(/,
  /\bPromise\.try\(/,
  /\bRegExp\.escape\(/,
  /\bError\.isError\(/,
  /\bMath\.sumPrecise\(/,
  /\bIterator\.(?:concat|zip)/,
  /\bIntl\.DurationFormat\b/,
  /\.getOrInsert(?:Computed)?\(/,
  /\.(?:to|from|setFrom)(?:Base64|Hex)\(/,
  /\.moveBefore\(/,
  /\baction\.openPopup\(/,
  /\bsession\.getKeys\(/,
  /\bTemporal\./,
  /^\s*(?:await )?using /m,
];

describe('what runs in the oldest browsers that the manifest lets in', () => {
  test('nothing is called that they do not have', () => {
    const calls = sources.flatMap(({ path, text }) =>
      tooYoung
        .map((young) => young.exec(text)?.[0])
        .filter((found) => found !== undefined)
        .map((found) => `${path} calls ${found.trim()}. Write it otherwise, or raise the versions in wxt.config.ts.`),
    );
    expect(calls).toEqual([]);
  });
});

describe('files can be read on their own', () => {
  test('each says in its first line what it is for', () => {
    const silent = everything
      .filter(({ text }) => !/^\/\*\* .{10,} \*\/\r?\n/.test(text))
      .map(({ path }) => `${path} must start with a one-line comment: /** What the file is for. */`);
    expect(silent).toEqual([]);
  });

  test('relative imports carry their extension (Node runs the tools as they are)', () => {
    const bare = everything.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('.') && !/\.[a-z]+(\?\w+)?$/.test(name))
        .map((name) => `${path}: write '${name}.ts' (or .tsx) instead of '${name}'.`),
    );
    expect(bare).toEqual([]);
  });

  test('there are no barrels and no drawers for odds and ends', () => {
    const barrels = everything
      .filter(({ path }) => /(?:^|\/)(?:index|utils?|helpers?|misc)\.tsx?$|\/(?:utils?|helpers?|misc)\//.test(path))
      .filter(({ path }) => !path.startsWith('entrypoints/'))
      .map(({ path }) => `${path}: name the file after the one thing it holds, and import that file itself.`);
    expect(barrels).toEqual([]);
  });

  test('no product file is over 250 lines', () => {
    const long = sources
      .filter(({ text }) => text.split('\n').length > 251)
      .map(({ path }) => `${path} is over 250 lines: split what decides from what talks to the outside.`);
    expect(long).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test.each([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import type { A } from './a.ts';", ['./a.ts']],
    ["import {\n  a,\n  b,\n} from './a.ts';", ['./a.ts']],
    ["export { a } from './a.ts';", ['./a.ts']],
    ["export * from './a.ts';", ['./a.ts']],
    ["import './style.css';", ['./style.css']],
    ["const a = await import('./a.ts');", ['./a.ts']],
    ["export const from = 'x';", []],
  ])('%j', (text, imports) => {
    expect(findImports(text)).toEqual(imports);
  });
});
