/** Sites as a person names them, as the browser's match patterns, and which of them we look at. */
import { findUrl } from './find-url.ts';
import type { Settings } from './settings.ts';

/** Every page that an extension may ask for. */
export const EVERY_SITE: readonly string[] = ['https://*/*', 'http://*/*'];

/** Ready choices for `Only these sites`; the names are brands and stay as they are in every language. */
export const SITE_PRESETS: readonly { name: string; patterns: readonly string[] }[] = [
  { name: 'Gmail', patterns: ['https://mail.google.com/*'] },
  {
    name: 'Outlook',
    patterns: [
      'https://outlook.office.com/*',
      'https://outlook.office365.com/*',
      'https://outlook.live.com/*',
      'https://outlook.cloud.microsoft/*',
    ],
  },
  { name: 'HubSpot', patterns: ['https://*.hubspot.com/*'] },
  { name: 'Salesforce', patterns: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'] },
  { name: 'Zendesk', patterns: ['https://*.zendesk.com/*'] },
  { name: 'Freshdesk', patterns: ['https://*.freshdesk.com/*'] },
  { name: 'Intercom', patterns: ['https://app.intercom.com/*'] },
  { name: 'Front', patterns: ['https://app.frontapp.com/*'] },
];

const host = /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

const otherScheme = /^(?!(?:https?|\*):)[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The match pattern a person meant by an address, a host name or a pattern; undefined when it is none. Paths and ports
 * are dropped: a site is a scheme and a host (Firefox knows no ports in patterns). Without a scheme it is https.
 */
export function parseSite(text: string): string | undefined {
  if (otherScheme.test(text.trim())) return undefined;
  const [, scheme = 'https', rest = ''] = /^(?:(https?|\*):\/\/)?([^/?#\s]*)\S*$/i.exec(text.trim()) ?? [];
  const name = asciiHost(rest.replace(/:\d*$/, '').toLowerCase());
  if (name === undefined || !host.test(name)) return undefined;
  return `${scheme.toLowerCase()}://${name}/*`;
}

/** The host in the letters that patterns are written in (`bücher.example` → `xn--bcher-kva.example`). */
function asciiHost(name: string): string | undefined {
  const wild = name.startsWith('*.') ? '*.' : '';
  const rest = name.slice(wild.length);
  if (rest === '' || rest.includes('@')) return undefined;
  const url = findUrl(`https://${rest}`);
  return url ? wild + url.hostname : undefined;
}

/** How a pattern is shown to a person: `mail.google.com`, `*.hubspot.com`, `http://intranet`. */
export function siteName(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*?$/, '');
}

/** True when a page of this origin falls under the pattern. */
export function patternHits(pattern: string, origin: string): boolean {
  const [, scheme, name = ''] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const page = readOrigin(origin);
  if (scheme === undefined || page === undefined) return false;
  if (scheme !== '*' && `${scheme}:` !== page.protocol) return false;
  if (name === '*') return true;
  if (!name.startsWith('*.')) return page.hostname === name;
  return page.hostname === name.slice(2) || page.hostname.endsWith(name.slice(1));
}

function readOrigin(origin: string): URL | undefined {
  const url = findUrl(origin);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** The origin of a web page's address; undefined for anything else, such as a browser's own page. */
export function findWebOrigin(address: string | undefined): string | undefined {
  return address === undefined ? undefined : readOrigin(address)?.origin;
}

/** The pattern of all pages of an origin; undefined for an origin no pattern can name (`null`, `file:`). */
export function patternOf(origin: string): string | undefined {
  const url = readOrigin(origin);
  return url && `${url.protocol}//${url.hostname}/*`;
}

/** Of an origin, as people read it: `acme.sympoq.com`. */
export function hostOf(origin: string): string {
  return findUrl(origin)?.host ?? origin;
}

type Where = Pick<Settings, 'where' | 'sites' | 'offSites'>;

/** `chosen`: we look. `off`: switched off here. `asked`: only when the agent asks. `unlisted`: not among the sites. */
export type SiteChoice = 'chosen' | 'off' | 'asked' | 'unlisted';

/** What the settings say about a page of this origin; whether the browser lets us is another question. */
export function chooseSite(settings: Where, origin: string): SiteChoice {
  const isOff = settings.offSites.some((off) => patternHits(patternOf(off) ?? '', origin));
  if (isOff) return 'off';
  if (settings.where === 'asked') return 'asked';
  const isListed = chosenPatterns(settings).some((pattern) => patternHits(pattern, origin));
  return isListed ? 'chosen' : 'unlisted';
}

/** The patterns we look at, before what is switched off; none when only asked. */
export function chosenPatterns({ where, sites }: Where): string[] {
  if (where === 'asked') return [];
  return where === 'every' ? [...EVERY_SITE] : [...new Set(sites)];
}

/** The patterns kept out of what is registered. */
export function offPatterns({ offSites }: Where): string[] {
  return [...new Set(offSites.map(patternOf).filter((pattern) => pattern !== undefined))];
}
