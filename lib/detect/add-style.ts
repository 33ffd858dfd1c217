/** Puts a style into a shadow root or document. */

/** By an adopted sheet, which no policy of the page forbids; by an element where a browser refuses the sheet. */
export function addStyle(root: ShadowRoot, text: string): void {
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(text)];
  } catch {
    const element = document.createElement('style');
    element.textContent = text;
    root.append(element);
  }
}

/** A constructed sheet of the page's document. */
function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
