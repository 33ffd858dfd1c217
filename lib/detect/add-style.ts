/** Puts a style into a shadow root. */

/**
 * By an adopted sheet, which no policy of the page forbids; by an element where a browser refuses the sheet. Returns
 * whether it still stands there, for a page may set its sheets anew.
 */
export function addStyle(root: ShadowRoot, text: string): () => boolean {
  try {
    const sheet = sheetOf(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => root.adoptedStyleSheets.includes(sheet);
  } catch {
    const element = document.createElement('style');
    element.textContent = text;
    root.append(element);
    return () => element.isConnected;
  }
}

/** A constructed sheet of the page's document. */
function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
