/** Where the card stands: under the ID, above it where there is no room, always within the view. */

/** In CSS pixels, from the top left corner of the view. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Between the ID and the card, and between the card and the edge of the view. */
const gap = 4;

/** The left top corner of a card of this size beside the ID's box. */
export function placeCard(anchor: Box, card: Size, view: Size): { left: number; top: number } {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - card.height;
  const fitsBelow = below + card.height + gap <= view.height;
  const top = fitsBelow || above < gap ? below : above;
  return { left: within(anchor.left, card.width, view.width), top: within(top, card.height, view.height) };
}

function within(start: number, length: number, room: number): number {
  return Math.max(gap, Math.min(start, room - length - gap));
}

/** True where a point lies in a box, its edge included. */
export function isInBox(x: number, y: number, box: Box): boolean {
  return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
}

/** How far a box lies from the view, in pixels; 0 where they touch. */
export function distanceToView(box: Box, view: Size): number {
  const across = Math.max(0, box.left - view.width, -box.left - box.width);
  const down = Math.max(0, box.top - view.height, -box.top - box.height);
  return Math.max(across, down);
}
