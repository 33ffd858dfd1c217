/** Elements with IDs in them that are hidden or far from the view, and the watch that tells when they come near by themselves. */

/** So many that are hidden are watched for being shown. */
const mostHidden = 200;
/** Of those that are far the nearest so many are watched, twice as many at most: each costs every frame that changes. */
const mostFar = 20;

export class Away {
  #hidden = new Set<Element>();
  #far: { place: Element; distance: number }[] = [];

  /** Those to be watched. */
  get places(): ReadonlySet<Element> {
    return new Set([...this.#hidden, ...this.#far.map(({ place }) => place)]);
  }

  addHidden(place: Element): void {
    if (this.#hidden.size < mostHidden) this.#hidden.add(place);
  }

  /** `distance`: from the view, in pixels. A page may hold a hundred thousand, and must not wait while they are sorted. */
  addFar(place: Element, distance: number): void {
    this.#far.push({ place, distance });
    if (this.#far.length < 2 * mostFar) return;
    this.#far.sort((a, b) => a.distance - b.distance);
    this.#far.length = mostFar;
  }
}

/**
 * A page shows what it hid, or folds what stood above, without any change of nodes: calls back when one of the places comes
 * to within `margin` pixels of the view. The answer watches other places from then on.
 */
export function watchAway(onNear: () => void, margin: number, signal: AbortSignal): (away: Away) => void {
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onNear(), {
    rootMargin: `${margin}px`,
  });
  signal.addEventListener('abort', () => observer.disconnect());
  let watched: ReadonlySet<Element> = new Set();
  return ({ places }) => {
    for (const place of watched) if (!places.has(place)) observer.unobserve(place);
    for (const place of places) if (!watched.has(place)) observer.observe(place);
    watched = places;
  };
}
