/** The schema that administrators see names every setting, and nothing that is none. */
import { expect, test } from 'vitest';
import { SETTING_NAMES } from '../../lib/protocol/settings-checks.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import schema from '../../public/managed-schema.json';

test('every setting and the desk address, never a key', () => {
  expect(Object.keys(schema.properties).sort()).toEqual([...SETTING_NAMES, 'deskAddress'].sort());
});

test('no limits: what does not keep to one Chromium leaves out whole, so that a slip of the pen would forbid nothing', () => {
  expect(JSON.stringify(schema)).not.toMatch(/"(enum|minimum|maximum|pattern|required)"/);
});

test('each type is that of the default', () => {
  const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value).replace('number', 'integer');
  for (const name of SETTING_NAMES) {
    const value = DEFAULT_SETTINGS[name];
    if (value !== null) expect(schema.properties[name].type, name).toBe(typeOf(value));
  }
});
