/** What each setting may hold, with the word for what does not fit. Used at the field, by the worker, on import and for a policy. */
import * as v from 'valibot';
import { ACTION_KINDS } from '../tickets/actions.ts';
import { isDateForm, isDateTimeForm, isZone } from '../tickets/desk-dates.ts';
import { type FormError, parseForm } from '../tickets/id-form.ts';
import type { MessageKey } from '../tickets/message-key.ts';
import type { Settings } from '../tickets/settings.ts';
import { findWebOrigin, parseSite } from '../tickets/site-pattern.ts';
import { LANGUAGES } from '../words/languages.ts';

/** The most of each list, so that a policy or an import cannot fill the storage or slow every page down. */
export const MOST = { sites: 500, offSites: 2_000, forms: 20, cannedReplies: 200, cannedText: 20_000 } as const;

/** A word of ours in the place of the schema library's own. */
const word = (key: MessageKey) => key;

const flag = v.boolean(word('settingsProblemWrong'));
const oneOf = <const T extends readonly string[]>(choices: T) => v.picklist(choices, word('settingsProblemChoice'));
const list = <T>(item: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(v.array(item, word('settingsProblemWrong')), v.maxLength(most, word('settingsProblemTooMany')));
const text = (most: number) =>
  v.pipe(v.string(word('settingsProblemWrong')), v.maxLength(most, word('settingsProblemTooLong')));
const whole = (least: number, most: number, key: MessageKey) =>
  v.pipe(v.number(key), v.integer(key), v.minValue(least, key), v.maxValue(most, key));

const FORM_WORDS: Record<FormError, MessageKey> = {
  empty: 'settingsFormEmpty',
  noToken: 'settingsFormNoToken',
  unknownToken: 'settingsFormUnknownToken',
  brace: 'settingsFormBrace',
  tooLong: 'settingsProblemTooLong',
  ambiguous: 'settingsFormAmbiguous',
  space: 'settingsFormSpace',
  lowerCase: 'settingsFormLowerCase',
  needsPrefix: 'settingsFormNeedsPrefix',
};

/** The word for what is wrong with an ID form; undefined for a good one. */
export function findFormProblem(form: string): MessageKey | undefined {
  const parsed = parseForm(form);
  return parsed.ok ? undefined : FORM_WORDS[parsed.error];
}

const idForm = v.pipe(
  text(200),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? findFormProblem(dataset.value) : undefined;
    if (problem) addIssue({ message: problem });
  }),
);

const sitePattern = v.pipe(
  text(300),
  v.check((pattern) => parseSite(pattern) === pattern, word('settingsProblemSite')),
);

/** An origin as the browser writes it, of a page that an extension may look at. */
const siteOrigin = v.pipe(
  text(300),
  v.check((origin) => findWebOrigin(origin) === origin, word('settingsProblemSite')),
);

const cannedReply = v.object({
  id: v.pipe(text(100), v.minLength(1, word('settingsProblemWrong'))),
  title: v.pipe(text(100), v.trim(), v.minLength(1, word('settingsProblemEmpty'))),
  text: v.pipe(text(MOST.cannedText), v.minLength(1, word('settingsProblemEmpty'))),
});

/** `https` with `{id}` somewhere behind the host, so that an ID can never choose the host. */
function isTicketAddress(address: string): boolean {
  if (address === '') return true;
  const [before = '', ...after] = address.split('{id}');
  return after.length > 0 && /^https:\/\/[^/?#@\s]+[/?#]/.test(before) && URL.canParse(address.replaceAll('{id}', 'X'));
}

/** A schema per setting. Each makes a new value (R11): nothing of the input is kept but what is named here. */
const settingChecks: { [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> } = {
  where: oneOf(['every', 'these', 'asked']),
  sites: list(sitePattern, MOST.sites),
  offSites: list(siteOrigin, MOST.offSites),
  forms: v.pipe(list(idForm, MOST.forms), v.minLength(1, word('settingsFormNone'))),
  markStyle: oneOf(['underline', 'tint', 'off']),
  theme: oneOf(['system', 'light', 'dark']),
  language: oneOf(['', ...LANGUAGES]),
  dateForm: v.pipe(text(40), v.check(isDateForm, word('settingsProblemDateForm'))),
  dateTimeForm: v.pipe(text(40), v.check(isDateTimeForm, word('settingsProblemDateTimeForm'))),
  zone: v.pipe(text(60), v.check(isZone, word('settingsProblemZone'))),
  undoSeconds: whole(0, 30, word('settingsProblemUndo')),
  minutesChip: flag,
  openInDesk: v.pipe(text(500), v.trim(), v.check(isTicketAddress, word('settingsProblemOpenInDesk'))),
  agentNumber: v.nullable(whole(1, 999_999_999, word('settingsProblemNumber'))),
  agentName: v.pipe(text(100), v.trim()),
  cannedReplies: list(cannedReply, MOST.cannedReplies),
  askKeyEachStart: flag,
  allowedActions: list(oneOf(ACTION_KINDS), ACTION_KINDS.length),
  allowBulk: flag,
};

export const SETTING_NAMES = Object.keys(settingChecks) as (keyof Settings)[];

/** What does not fit: the setting, where in it (an index in a list, then a field), and the word for it. */
export interface Problem {
  name: keyof Settings;
  path: (string | number)[];
  word: MessageKey;
}

/** Some settings read from anything: what fits, and a problem for each that does not. Unknown names are left out. */
export function readSettings(input: unknown): { values: Partial<Settings>; problems: Problem[] } {
  const record = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const values: Partial<Settings> = {};
  const problems: Problem[] = [];
  const read = <K extends keyof Settings>(name: K, check: v.GenericSchema<unknown, Settings[K]>) => {
    const result = v.safeParse(check, record[name]);
    if (result.success) values[name] = result.output as Partial<Settings>[K];
    else problems.push(problemOf(name, result.issues[0]));
  };
  for (const name of SETTING_NAMES)
    if (Object.hasOwn(record, name) && record[name] !== undefined) read(name, checkOf(name));
  return { values, problems };
}

function checkOf<K extends keyof Settings>(name: K): v.GenericSchema<unknown, Settings[K]> {
  return settingChecks[name];
}

function problemOf(name: keyof Settings, issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return { name, path, word: isOurs(issue.message) ? issue.message : 'settingsProblemWrong' };
}

function isOurs(message: string): message is MessageKey {
  return /^settings[A-Z][A-Za-z]+$/.test(message);
}

/** The word for what is wrong with a value; undefined for a good one. */
export function findProblem<K extends keyof Settings>(name: K, value: Settings[K]): Problem | undefined {
  return readSettings({ [name]: value }).problems[0];
}

/** The input of `settings.change`: any of the settings, each as above, nothing else. */
export const settingsChangeCheck = v.object({ changes: v.partial(v.strictObject(settingChecks)) });
