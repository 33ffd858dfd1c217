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

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: { content_security_policy: { extension_pages: csp } },
});
