/** One live range for all: each that points into the page makes the page's own changes slower. */

let spare: Range | undefined;
let nowhere: Comment | undefined;

/** Lends the range, and takes it out of the page again. */
export function withRange<T>(use: (range: Range) => T): T {
  spare ??= document.createRange();
  nowhere ??= document.createComment('');
  const result = use(spare);
  spare.selectNodeContents(nowhere);
  return result;
}
