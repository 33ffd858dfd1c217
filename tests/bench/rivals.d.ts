/** The parts of the compared libraries that the bench calls; they bring no types of their own. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    markRegExp(pattern: RegExp, options?: { acrossElements?: boolean; each?: (element: Element) => void }): void;
  }
}
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    context: Element,
    options: { find: RegExp; wrap?: string; preset?: string },
  ): unknown;
}
