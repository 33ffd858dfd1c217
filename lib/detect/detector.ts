/** Keeps the ledger of a page true: first scan, changes, shadow roots. Touches nothing of the page. */
import type { FrameIds } from '../tickets/page-state.ts';
import type { Patterns } from '../tickets/patterns.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { type Changes, isTyped, sortRecords } from './changes.ts';
import { elementsOf, type Tree } from './chunks.ts';
import { isUnreadIn, knownUnread } from './elements.ts';
import { Ledger } from './ledger.ts';
import { lookAtChanges } from './relook.ts';
import { type OpenRoot, Roots } from './roots.ts';
import { type Budget, fullBudget, type Look, scanTree } from './scan.ts';
import { runInSlices, type Urgency, wait } from './slices.ts';
import { findView, TitleIds, whenShown } from './view.ts';

export interface DetectorOptions {
  patterns: Patterns;
  openRoot: OpenRoot;
  /** Ends everything. */
  signal: AbortSignal;
  /** False when the extension that this script belongs to is gone; asked at each flush. */
  isAlive: () => boolean;
  /** Called when what stands in the page, or how far it was read, has changed. */
  onChange: () => void;
  /** A frame may have been taken out of the page. */
  onFrameGone?: () => void;
  /** The page was written anew, as by `document.open()`, which takes all listeners from it. */
  onRewritten?: () => void;
}

/** Changes wait so long, to be looked at together; longer where looking takes long, so that it is never over a tenth. */
const flushMs = 80;
/** With more records than this it costs less to read the page anew. */
const mostRecords = 4000;
/** Hosts that are given a shadow root late are looked at again after so long. */
const lateRootsMs = [1000, 5000];

export class Detector {
  readonly ledger = new Ledger();
  readonly roots: Roots;
  /** How far the page was read. */
  state: FrameIds['scan'] = 'looking';
  #options: DetectorOptions;
  #observer = new MutationObserver((records) => this.#collect(records));
  #batches: MutationRecord[][] = [];
  /** Records in all batches. */
  #count = 0;
  #isOverfull = false;
  /** A look is due or under way: what is missing may be found by it. */
  isAwaited = false;
  /** Shadow roots that came and are not read yet. */
  #fresh: ShadowRoot[] = [];
  #title = new TitleIds();
  #html = document.documentElement;
  #isCut = false;
  /** Whether the page held a frame, outside shadow roots, after the last flush: `#collect` has no time to ask. */
  #hadFrames = window.length > 0;

  constructor(options: DetectorOptions) {
    this.#options = options;
    this.roots = new Roots(options.openRoot, (root) => this.#meetRoot(root));
    options.signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** The distinct IDs of the frame: those of the title first, then in page order. */
  ids(): TicketId[] {
    return this.ledger.ids(this.#title.ids);
  }

  /** Starts; resolves when the first scan is done. */
  async start(): Promise<void> {
    this.#watch(document);
    await whenShown(this.#options.signal);
    await this.#readAll(fullBudget(), 'user-visible');
    if (document.body !== null && this.roots.hasLikely(document.body))
      for (const ms of lateRootsMs) void this.#askLate(ms, (body) => this.roots.askLikely(body));
    this.#await();
  }

  /** Looks for a shadow root where the pointer rests: it may have come long after its host. */
  lookUnder(element: Element): void {
    this.roots.ask(element);
    if (this.#fresh.length > 0) this.#await();
  }

  #watch(root: Node): void {
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['contenteditable'],
    });
  }

  #meetRoot(root: ShadowRoot): void {
    this.#watch(root);
    this.#fresh.push(root);
  }

  #readSoon(root: ShadowRoot): void {
    if (!this.#fresh.includes(root)) this.#fresh.push(root);
  }

  /** Runs in the page's own time, so it only puts the records away. */
  #collect(records: MutationRecord[]): void {
    if (document.documentElement !== this.#html) {
      this.#html = document.documentElement;
      this.#options.onRewritten?.();
    }
    if (this.#isOverfull || (!this.isAwaited && records.every(isTyped))) return;
    this.#count += records.length;
    if (this.#count > mostRecords) {
      this.#isOverfull = true;
      this.#batches = [];
    } else this.#batches.push(records);
    this.#await();
  }

  get #hasWork(): boolean {
    return this.#isOverfull || this.#count > 0 || this.#fresh.length > 0;
  }

  /** Flushes soon, once, when the page is shown. */
  #await(): void {
    if (this.isAwaited || !this.#hasWork || this.state === 'looking') return;
    this.isAwaited = true;
    this.#flushAll().catch((failure) => {
      // What no case of ours foresaw shall not end the look at the page for good.
      this.isAwaited = false;
      throw failure;
    });
  }

  async #flushAll(): Promise<void> {
    const { signal, isAlive, onChange } = this.#options;
    for (let waitMs = flushMs, isMore = true; isMore; ) {
      await wait(waitMs, signal);
      await whenShown(signal);
      if (signal.aborted || !isAlive()) return;
      const start = performance.now();
      const hasChanged = await this.#flush();
      waitMs = Math.max(flushMs, 10 * (performance.now() - start));
      isMore = this.#hasWork;
      this.isAwaited = isMore;
      if (hasChanged) onChange();
    }
  }

  async #flush(): Promise<boolean> {
    const before = this.ledger.version;
    const stateBefore = this.state;
    const changes = this.#isOverfull
      ? undefined
      : sortRecords(this.#batches.flat(), this.#hadFrames || this.roots.known.size > 0);
    this.#hadFrames = window.length > 0;
    this.#batches = [];
    this.#count = 0;
    this.#isOverfull = false;
    const budget = fullBudget();
    if (changes === undefined) await this.#readAll(budget, 'background');
    else await this.#inSlices(this.#lookAt(changes, budget), 'user-visible');
    this.#askYoungLate();
    this.roots.askAgain();
    await this.#readFresh(budget, 'user-visible');
    if (changes?.hasLostFrame ?? true) this.#options.onFrameGone?.();
    if (budget.wasShort) this.#isCut = true;
    if (this.#isCut) this.state = 'stopped';
    const isNew = this.#title.read(this.#options.patterns);
    return isNew || before !== this.ledger.version || stateBefore !== this.state;
  }

  #lookAt(changes: Changes, budget: Budget): Generator<void, void> {
    return lookAtChanges(changes, this.#look(budget), this.roots, (root) => this.#readSoon(root));
  }

  /** Reads the whole frame anew. From its first `#settle` on a flush may come between. What drops is mostly one step, done now. */
  async #readAll(budget: Budget, urgency: Urgency): Promise<void> {
    const isFirst = this.ledger.all.size === 0;
    const body = document.body ?? document.documentElement;
    this.#title.read(this.#options.patterns);
    const gone = this.ledger.dropGone(true);
    if (gone.next().done !== true) await this.#inSlices(gone, urgency);
    const reading = this.ledger.beginAnew();
    this.roots.dropGone();
    if (body !== null) await this.#inSlices(this.#readTree(body, this.#look(budget), isFirst), urgency);
    if (this.#options.signal.aborted) return;
    this.#settle(budget.wasShort);
    for (const root of this.roots.known) this.#readSoon(root);
    await this.#readFresh(budget, urgency, 'background');
    const isNewest = this.ledger.isReading(reading);
    const end = this.ledger.endAnew(reading, !budget.wasShort && !this.#options.signal.aborted);
    if (end.next().done !== true) await this.#inSlices(end, urgency);
    this.#settle(this.#isCut || (isNewest && budget.wasShort));
  }

  #settle(isCut = false): void {
    this.#isCut = isCut;
    this.state = this.#isCut ? 'stopped' : 'done';
    this.#options.onChange();
  }

  *#readTree(tree: Tree, look: Look, isFirst = false): Generator<void, void> {
    const list = elementsOf(tree);
    yield* scanTree(tree, look, { list, isFirst, findView });
    yield* this.roots.askFirst(tree, list);
  }

  /** Reads the roots that came, and those in them; then seeks more where that takes long. */
  async #readFresh(budget: Budget, urgency: Urgency, later = urgency): Promise<void> {
    const { signal, onChange } = this.#options;
    const hasFresh = this.#fresh.length > 0;
    if (hasFresh) await this.#inSlices(this.#readRoots(budget), urgency);
    if (!this.roots.hasRest || signal.aborted) return;
    if (hasFresh) onChange();
    await this.#inSlices(this.roots.askRest(), later);
    await this.#readFresh(budget, later);
  }

  *#readRoots(budget: Budget): Generator<void, void> {
    const look = this.#look(budget);
    for (let root = this.#fresh.shift(); root !== undefined; root = this.#fresh.shift()) {
      // Taken out meanwhile: should it come back, it is to be met anew.
      if (!root.isConnected) this.roots.known.delete(root);
      else if (!isUnreadIn(root.host, look.unread)) yield* this.#readTree(root, look);
      yield;
    }
  }

  /** Asks what came in a flush again. */
  #askYoungLate(): void {
    const young = this.roots.takeYoung();
    if (young.length > 0) for (const ms of lateRootsMs) void this.#askLate(ms, () => this.roots.askList(young));
  }

  async #askLate(ms: number, ask: (body: Element) => Iterator<unknown>): Promise<void> {
    const { signal } = this.#options;
    await wait(ms, signal);
    if (signal.aborted || document.body === null) return;
    await this.#inSlices(ask(document.body), 'background');
    this.#await();
  }

  #look(budget: Budget): Look {
    return { patterns: this.#options.patterns, ledger: this.ledger, budget, unread: knownUnread() };
  }

  #inSlices(steps: Iterator<unknown>, urgency: Urgency): Promise<number> {
    return runInSlices(steps, { urgency, signal: this.#options.signal });
  }
}
