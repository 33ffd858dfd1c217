/** Time in the model: events run in their order, and the wall clock may be put forward or back. */

interface Event {
  at: number;
  run(): void;
}

export class ModelClock {
  /** Milliseconds that have really passed. */
  passed = 0;
  /** What the wall clock shows beyond that. */
  offset = 1_700_000_000_000;
  #events: Event[] = [];

  wall(): number {
    return this.passed + this.offset;
  }

  /** Runs `run` after so many milliseconds; the function it gives back calls it off. */
  after(ms: number, run: () => void): () => void {
    const event = { at: this.passed + Math.max(0, ms), run };
    this.#events.push(event);
    return () => {
      this.#events = this.#events.filter((other) => other !== event);
    };
  }

  /** Lets time pass; after each event everything that can run without time runs. */
  async pass(ms: number): Promise<void> {
    await settle();
    const end = this.passed + ms;
    for (;;) {
      const next = this.#next(end);
      if (!next) break;
      this.passed = Math.max(this.passed, next.at);
      this.#events = this.#events.filter((other) => other !== next);
      next.run();
      await settle();
    }
    this.passed = end;
    await settle();
  }

  #next(end: number): Event | undefined {
    let first: Event | undefined;
    for (const event of this.#events) if (event.at <= end && (!first || event.at < first.at)) first = event;
    return first;
  }
}

/** Until every promise that waits for no time has gone as far as it can. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
