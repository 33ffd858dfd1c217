/** What a person sees of us in a frame: marks, the card where the pointer rests, and the way to an ID. */
import type { TicketId } from '../tickets/ticket-id.ts';
import { boxesOf } from './boxes.ts';
import { type CardWords, showCard } from './card.ts';
import { elementAround } from './elements.ts';
import type { Found } from './found.ts';
import type { Scene, Show } from './frame.ts';
import { type Ledger, startOf } from './ledger.ts';
import { Marks } from './marks.ts';
import { type Box, isInBox } from './place-card.ts';
import { focused, followPointer } from './pointer.ts';
import { scrollToFound } from './scroll-to.ts';

/** What lies outside the page, handed in. */
export interface ShowOptions {
  /** Opens the panel on an ID; false where the browser does not let us. */
  open: (id: TicketId) => Promise<boolean>;
  /** What the card says, in a language of the settings. */
  words: (language: string) => CardWords;
  /** Gives a root the sheet that styles the marks, in browsers that need one in each. */
  dress?: (root: Document | ShadowRoot) => void;
}

export function createShow(options: ShowOptions): Show {
  return (scene) => {
    const { detector, setup, signal } = scene;
    const marks = new Marks({
      // A script whose extension is gone ends here, and paints no more.
      founds: () => (scene.isAlive() ? detector.ledger.all : []),
      style: setup.markStyle,
      dress: options.dress,
      signal,
    });
    let last: { id: TicketId; at: number } | undefined;
    const cards = point(scene, marks, options);
    marks.update();
    return {
      update() {
        marks.update();
        cards.update();
      },
      showMatch(id) {
        const places = detector.ledger.occurrences(id);
        const at = last?.id === id ? last.at + 1 : 0;
        // Where it is hidden a way to it would show nothing, and another frame may have it in view.
        const seen = places.filter((each) => boxesOf(each).length > 0);
        const found = seen[at % seen.length];
        if (found === undefined) return false;
        last = { id, at };
        scrollToFound(found);
        void marks.light(found);
        return true;
      },
    };
  };
}

interface OpenCard {
  found: Found;
  /** Of the ID, when the card was opened. */
  anchor: Box;
  end: AbortController;
  isSeen: () => boolean;
}

/** Pointer and keyboard open one card at a time; it goes with its ID: `update` is to be called when something was found or is gone. */
function point(scene: Scene, marks: Marks, options: ShowOptions): { update(): void } {
  const { detector, openRoot, isAlive, signal } = scene;
  let open: OpenCard | undefined;
  followPointer({
    openRoot,
    roots: () => [...detector.roots.known],
    painted: () => marks.painted,
    at: (node) => detector.ledger.at(node),
    onRest: (element) => detector.lookUnder(element),
    onPoint(found, anchor, takesFocus) {
      const place = elementAround(startOf(found));
      if (!isAlive() || place === null || (open?.found === found && open.isSeen())) return;
      open?.end.abort();
      const end = new AbortController();
      const onClose = () => {
        if (open?.end === end) open = undefined;
      };
      const words = options.words(scene.setup.language);
      const onHost = (host: Element) => detector.roots.ours.add(host);
      const card = {
        id: found.id,
        place,
        anchor,
        words,
        open: options.open,
        focusFrom: takesFocus ? (focused(openRoot) ?? document.documentElement) : null,
        onHost,
        signal: end.signal,
        onClose,
      };
      open = { found, anchor, end, isSeen: showCard(card) };
    },
    signal,
  });
  signal.addEventListener('abort', () => open?.end.abort());
  return {
    update() {
      if (open !== undefined && !isWritten(open, detector.ledger)) open.end.abort();
    },
  };
}

/** False where the card's ID no longer stands where it was; a page may have drawn it there anew. */
function isWritten({ found, anchor }: OpenCard, ledger: Ledger): boolean {
  const [x, y] = [anchor.left + anchor.width / 2, anchor.top + anchor.height / 2];
  return ledger.occurrences(found.id).some((each) => boxesOf(each).some((box) => isInBox(x, y, box)));
}
