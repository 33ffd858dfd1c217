/** Which rows of a long list are drawn: those in view and some around them. */

/** Rows drawn above and below what is in view, so that a quick scroll shows no gap. */
const AROUND = 8;

export interface RowWindow {
  first: number;
  /** The first that is not drawn. */
  end: number;
}

/** `above`: how far the list's top stands above that of the view; all in pixels. */
export function rowWindow(count: number, rowHeight: number, above: number, viewHeight: number): RowWindow {
  const first = Math.floor(above / rowHeight) - AROUND;
  const end = Math.ceil((above + viewHeight) / rowHeight) + AROUND;
  return { first: Math.min(Math.max(first, 0), count), end: Math.min(Math.max(end, 0), count) };
}

/** How far to scroll so that a row is whole in view; 0: it is. `above` as for `rowWindow`; `margin` stays free at both ends. */
export function scrollToRow(index: number, rowHeight: number, above: number, viewHeight: number, margin: number) {
  const top = index * rowHeight - above;
  if (top < margin) return top - margin;
  const below = top + rowHeight - (viewHeight - margin);
  return below > 0 ? below : 0;
}
