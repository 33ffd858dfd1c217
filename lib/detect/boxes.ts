/** Where in the view a found ID is written. Asking makes the browser lay out, so it is asked after a frame. */
import type { Found } from './found.ts';
import type { Box, Size } from './place-card.ts';

let spare: Range | undefined;
let nowhere: Comment | undefined;

/** The boxes of an ID, one per line and element that it is written in; none where it is not shown. */
export function boxesOf(found: Found): Box[] {
  const [first, last] = [found.parts[0], found.parts.at(-1)];
  if (first === undefined || last === undefined || !isWithin(first) || !isWithin(last)) return [];
  spare ??= document.createRange();
  nowhere ??= document.createComment('');
  spare.setStart(first.node, first.from);
  spare.setEnd(last.node, last.from + last.length);
  const boxes = [...spare.getClientRects()].filter(({ width }) => width > 0);
  // A live range that points into the page makes the page's own changes slower.
  spare.selectNodeContents(nowhere);
  return boxes;
}

/** The page may have shortened the text since. */
function isWithin({ node, from, length }: Found['parts'][number]): boolean {
  return node.isConnected && from + length <= node.length;
}

export function viewSize(): Size {
  return { width: innerWidth, height: innerHeight };
}
