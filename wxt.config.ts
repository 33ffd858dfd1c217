/** How the extension is built and what its manifest says, for Chromium and Firefox. */
import { defineConfig } from 'wxt';

/** R3 of the threat model: only our own scripts and styles; calls only to https. */
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Three keys that neither browsers nor Gmail nor Salesforce use. Firefox opens a sidebar by a command of its own. */
const commandsFor = (browser: string) => ({
  [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
    suggested_key: { default: 'Alt+Shift+K' },
    description: '__MSG_commandOpenPanel__',
  },
  'look-up-selection': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandLookUp__' },
  'next-ticket': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNextTicket__' },
});

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  // Nothing is written out for browsers older than the manifest lets in.
  vite: () => ({ build: { target: ['chrome123', 'firefox140'] } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      // Else Chromium may throw away drafts and outbox where a disk is full. Nobody is asked for it there; in Firefox they are.
      ...(browser === 'firefox' ? [] : ['sidePanel', 'unlimitedStorage']),
    ],
    host_permissions: ['https://*.sympoq.com/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: commandsFor(browser),
    omnibox: { keyword: 'desk' },
    content_security_policy: { extension_pages: csp },
    ...(browser === 'firefox' && {
      // Else the button, and the number on it, stay in the menu of all extensions.
      action: { default_area: 'navbar' },
      browser_specific_settings: {
        gecko: {
          id: 'deskside@deskside.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    // Firefox reads policies without a schema.
    ...(browser !== 'firefox' && { minimum_chrome_version: '123', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
