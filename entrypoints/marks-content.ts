/** Shows in a frame what its content script found: put in by the worker when that script asks for it. Wiring only. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addStyle } from '../lib/detect/add-style.ts';
import { type ContentWorld, pageKey } from '../lib/detect/frame.ts';
import { createShow } from '../lib/detect/show.ts';
import { askFromPage, pageApi } from '../lib/protocol/ask-from-page.ts';
import { cardWords } from '../lib/words/card-words.ts';
import marksCss from '../public/page-marks.css?raw';

export default defineUnlistedScript(() => {
  const show = createShow({
    open: async (id) => {
      const answer = await askFromPage('page.openTicket', { id });
      return answer.ok && answer.value.opened;
    },
    words: (language) => cardWords(language, (key) => pageApi().i18n.getMessage(key)),
    // The sheet that comes with the script reaches shadow roots by inheritance, but not in Firefox.
    dress: import.meta.env.FIREFOX ? dressOnce() : undefined,
  });
  (globalThis as ContentWorld)[pageKey]?.show(show);
});

/** Gives each shadow root the sheet of the marks, where it has none or the page took it out. */
function dressOnce(): (root: Document | ShadowRoot) => void {
  const isDressed = new WeakMap<ShadowRoot, () => boolean>();
  return (root) => {
    if (root instanceof ShadowRoot && !isDressed.get(root)?.()) isDressed.set(root, addStyle(root, marksCss));
  };
}
