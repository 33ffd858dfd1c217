/** Changes of what is stored, in turn: each is made from what the one before it left. */

/** Runs tasks one after the other; one that fails holds up none. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
