/** All data of the agent: out as JSON, in as a whole or not at all, and away. */
import { browser } from 'wxt/browser';
import { readExport, writeExport } from '../protocol/export-check.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { NO_NAMES } from '../tickets/names.ts';
import type { Settings } from '../tickets/settings.ts';
import { settleKey } from './ask-key.ts';
import { keptConnection } from './connection-kept.ts';
import { eraseDurable } from './durable.ts';
import { readNames, replaceNames } from './names.ts';
import { readAgentSettings, replaceSettings, withoutAllowed } from './settings.ts';
import { applySites } from './sites.ts';
import { readViews, replaceViews } from './views.ts';

/** Settings, canned replies, names and saved views as JSON text; never the key, who we are, or a ticket. */
export async function exportData(): Promise<string> {
  return writeExport({
    settings: withoutUs(withoutAllowed(await readAgentSettings())),
    names: await readNames(),
    views: await readViews(),
  });
}

/** Checks the whole text first, then changes everything; `bad-request` names the first thing that does not fit. */
export async function importData(json: string): Promise<Result<void>> {
  const read = readExport(json);
  if (!read.ok) return fail('bad-request', { field: read.field });
  const { agentName, agentNumber } = await readAgentSettings();
  const us = { ...(agentName !== undefined && { agentName }), ...(agentNumber !== undefined && { agentNumber }) };
  await replaceSettings({ ...withoutUs(withoutAllowed(read.value.settings)), ...us });
  await replaceNames(read.value.names);
  if (read.value.views) await replaceViews(read.value.views);
  await settleKey();
  await applySites();
  return ok(undefined);
}

/** A file goes from hand to hand: in another's it would sign with our name, and take our replies for theirs. */
function withoutUs({ agentName: _name, agentNumber: _number, ...others }: Partial<Settings>): Partial<Settings> {
  return others;
}

/** Each by itself, but for those of the manifest. */
async function giveBackPermissions(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const { host_permissions: own = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  for (const origin of origins.filter((given) => !own.includes(given)))
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
}

/** Everything goes: key, settings, names, drafts, outbox, tickets, and the permissions the agent gave. */
export async function eraseData(): Promise<Result<void>> {
  await eraseDurable();
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  await browser.alarms.clearAll();
  await giveBackPermissions();
  // What our pages see of these is written anew: where nothing stands they would wait for it.
  await keptConnection.write(null);
  await replaceSettings({});
  await replaceNames(NO_NAMES);
  await replaceViews([]);
  await applySites();
  return ok(undefined);
}
