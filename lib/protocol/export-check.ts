/** The form of what `Export` writes and `Import` reads: settings, canned replies, names and saved views; never the key, never tickets. */
import * as v from 'valibot';
import type { Names } from '../tickets/names.ts';
import type { Settings } from '../tickets/settings.ts';
import type { SavedView } from '../tickets/views.ts';
import { namesCheck } from './names-check.ts';
import { readSettings } from './settings-checks.ts';
import { viewsCheck } from './views-check.ts';

/** Of the export's form; a file of a newer one is refused. */
const EXPORT_VERSION = 1;

/** What an export holds. */
export interface Exported {
  settings: Partial<Settings>;
  names: Names;
  /** Absent in files of earlier versions. */
  views?: SavedView[];
}

export type ReadExport = { ok: true; value: Exported } | { ok: false; field: string };

const outer = v.object({
  deskside: v.literal(EXPORT_VERSION),
  settings: v.record(v.string(), v.unknown()),
  names: namesCheck,
  views: v.optional(viewsCheck),
});

/** The text of an export. */
export function writeExport({ settings, names, views }: Exported): string {
  return `${JSON.stringify({ deskside: EXPORT_VERSION, settings, names, views }, null, 2)}\n`;
}

/** Reads the text of an export as a whole: one thing that does not fit refuses all of it, and is named. */
export function readExport(json: string): ReadExport {
  const parsed = v.safeParse(outer, parseJson(json));
  if (!parsed.success) return { ok: false, field: v.getDotPath(parsed.issues[0]) ?? '' };
  const { values, problems } = readSettings(parsed.output.settings);
  const [problem] = problems;
  if (problem) return { ok: false, field: ['settings', problem.name, ...problem.path].join('.') };
  const { names, views } = parsed.output;
  return { ok: true, value: { settings: values, names, ...(views && { views }) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
