/** The address bar: the keyword `desk` and an ID or words, with suggestions from the tickets opened last. */
import { browser } from 'wxt/browser';
import { openPanel } from '../state/open-panel.ts';
import { type TicketRecord, tickets } from '../state/tickets.ts';
import { type Suggestion, suggestTickets } from '../tickets/suggest-tickets.ts';
import { menuWords } from '../words/menu-words.ts';
import { lookUp } from './look-up.ts';
import { isPanelOpen } from './open-panel.ts';
import { readSettingsInForce } from './settings.ts';

/** The window that is typed in, known before `Enter`, whose gesture waits for nothing. Free to lose. */
let typedIn: number | undefined;

/** Registers the listeners, in the worker's first turn. */
export function startOmnibox(): void {
  browser.omnibox.onInputStarted.addListener(() => {
    void noteWindow();
    void sayHint();
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void noteWindow();
    void suggestions(text).then(suggest);
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    const opening = typedIn === undefined ? Promise.resolve(false) : openPanel(typedIn);
    void show(text, opening);
  });
}

async function noteWindow(): Promise<void> {
  typedIn = (await browser.windows.getLastFocused()).id;
}

async function sayHint(): Promise<void> {
  const { language } = (await readSettingsInForce()).values;
  browser.omnibox.setDefaultSuggestion({ description: menuWords(language, browser.i18n.getMessage).omniboxHint });
}

/** Where the browser does not let us open the panel from here, it is shown in a tab. */
async function show(text: string, opening: Promise<boolean>): Promise<void> {
  const { id } = await browser.windows.getLastFocused();
  const windowId = typedIn ?? id;
  if (windowId === undefined) return;
  await lookUp(windowId, text);
  if ((await opening) || (await isPanelOpen(windowId))) return;
  await browser.tabs.create({ windowId, url: browser.runtime.getURL('/sidepanel.html') });
}

async function suggestions(typed: string): Promise<{ content: string; description: string }[]> {
  const opened = [...(await tickets.readAll()).values()].filter(({ openedAt }) => openedAt !== null);
  const newestFirst = opened.sort((a: TicketRecord, b: TicketRecord) => (b.openedAt ?? 0) - (a.openedAt ?? 0));
  const found = suggestTickets(
    typed,
    newestFirst.map(({ ticket }) => ticket),
  );
  return found.map((suggestion) => ({ content: suggestion.id, description: describe(suggestion) }));
}

function describe({ id, about }: Suggestion): string {
  const line = about === null ? id : `${id} – ${about}`;
  return import.meta.env.FIREFOX ? line : escapeMarkup(line);
}

/** Chromium reads a description as XML, and ticket text is written by strangers. */
function escapeMarkup(text: string): string {
  const plain = text.replace(/[^\P{C}]/gu, ' ');
  return plain.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
