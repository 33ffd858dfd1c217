/** Where in the view a found ID is written. Asking makes the browser lay out, so it is asked after a frame. */
import { endsOf, type Found, stands } from './found.ts';
import type { Box, Size } from './place-card.ts';
import { withRange } from './spare-range.ts';

/** The boxes of an ID, one per line and element that it is written in; none where it is not shown. */
export function boxesOf(found: Found): Box[] {
  if (!stands(found)) return [];
  const { startContainer, startOffset, endContainer, endOffset } = endsOf(found);
  return withRange((range) => {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
}

export function viewSize(): Size {
  return { width: innerWidth, height: innerHeight };
}
