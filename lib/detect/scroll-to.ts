/** Scrolls a page, and whatever scrolls within it, until a found ID stands in the middle of the view. */
import { boxesOf } from './boxes.ts';
import { elementAround } from './elements.ts';
import type { Found } from './found.ts';
import { startOf } from './ledger.ts';

export function scrollToFound(found: Found): void {
  const place = elementAround(startOf(found));
  if (place === null) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  const { getBoundingClientRect, scrollIntoView, scrollBy } = Element.prototype as ByOptions;
  if (getBoundingClientRect.call(place).height <= innerHeight / 2) {
    scrollIntoView.call(place, { block: 'center', inline: 'nearest', behavior });
    return;
  }
  // The middle of a long text is not where the ID stands in it.
  scrollIntoView.call(place, { block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const [box] = boxesOf(found);
  const scroller = findScroller(place);
  if (box === undefined || scroller === null) return;
  const frame =
    scroller === document.scrollingElement ? { top: 0, height: innerHeight } : getBoundingClientRect.call(scroller);
  scrollBy.call(scroller, { top: box.top + box.height / 2 - frame.top - frame.height / 2, behavior });
}

/** Of the two ways in which `scrollBy` is called, the one with options. */
type ByOptions = Element & { scrollBy(options: ScrollToOptions): void };

/** The innermost element around a place, through shadow roots, that scrolls up and down. */
function findScroller(place: Element): Element | null {
  for (let each: Element | null = place; each !== null; each = elementAround(each)) {
    const isLonger = each.scrollHeight > each.clientHeight;
    if (isLonger && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return document.scrollingElement;
}
