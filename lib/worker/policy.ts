/** What the organisation set (`storage.managed`): read, checked, and never trusted to make sense. */
import { browser } from 'wxt/browser';
import { readSettings, SETTING_NAMES } from '../protocol/settings-checks.ts';
import { storedItem } from '../state/stored.ts';
import { ACTION_KINDS } from '../tickets/actions.ts';
import { findDeskOrigin } from '../tickets/desk-address.ts';
import type { Settings } from '../tickets/settings.ts';
import { keptItem } from './kept.ts';

export interface Policy {
  values: Partial<Settings>;
  /** The desk everyone here works at, as written in the policy. */
  deskAddress: string | null;
  /** True when the policy holds anything at all. */
  managed: boolean;
  /** Names whose values cannot be used. */
  unusable: string[];
}

const NO_POLICY: Policy = { values: {}, deskAddress: null, managed: false, unusable: [] };

/** The policy as last read: Chromium needs some 2 s after its start until it can say, and nobody should wait for that. */
const known = keptItem<Policy | null>({
  name: 'policy',
  version: 1,
  mirror: storedItem<Policy | null>('policy', 1, null),
  migrations: {},
  fallback: null,
});

/** The policy as it was last time; null at the very first start. */
export const readKnownPolicy = known.read;

/** Reads the policy in force. Chromium answers an empty object without one, Firefox rejects. */
export async function readPolicy(): Promise<Policy> {
  const policy = await readManaged();
  if (JSON.stringify(await known.read()) !== JSON.stringify(policy)) await known.write(policy);
  return policy;
}

async function readManaged(): Promise<Policy> {
  try {
    return parsePolicy(await browser.storage.managed.get());
  } catch {
    return NO_POLICY;
  }
}

/** A policy from anything. There is no name for the API key: it is personal, and policies can be read by everyone. */
export function parsePolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null || Object.keys(raw).length === 0) return NO_POLICY;
  const record: Record<string, unknown> = { ...raw };
  const { values, problems } = readSettings(record);
  const deskAddress = readAddress(record.deskAddress);
  const unusable: string[] = [
    ...problems.map(({ name }) => name),
    ...Object.keys(record).filter((name) => name !== 'deskAddress' && !isSettingName(name)),
  ];
  if (deskAddress === undefined) unusable.push('deskAddress');
  if (unusable.includes('allowedActions')) values.allowedActions = strictest(record.allowedActions);
  if (unusable.includes('allowBulk')) values.allowBulk = false;
  return { values, deskAddress: deskAddress ?? null, managed: true, unusable };
}

function isSettingName(name: string): boolean {
  return (SETTING_NAMES as string[]).includes(name);
}

/** Null when there is none, undefined when it makes no sense. */
function readAddress(address: unknown): string | null | undefined {
  const text = typeof address === 'string' ? address.trim() : address;
  if (text === undefined || text === '') return null;
  return typeof text === 'string' && findDeskOrigin(text) !== null ? text : undefined;
}

/** A mistyped permission forbids: what is not surely allowed is not. */
function strictest(list: unknown): Settings['allowedActions'] {
  return Array.isArray(list) ? ACTION_KINDS.filter((kind) => list.includes(kind)) : [];
}

/** Calls back when the policy changed: live in Chromium, never in Firefox. To be called in the worker's first turn. */
export function watchPolicy(onChange: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') onChange();
  });
}
