/** What stands in the page right now: every found ID by its text nodes, and the distinct IDs in page order. */
import { MOST_IDS } from '../tickets/page-state.ts';
import { canonicalId, type TicketId } from '../tickets/ticket-id.ts';
import type { Found } from './found.ts';
import { textOf } from './inline-text.ts';
import { comparePlaces } from './page-order.ts';

/** So many are looked at, or dropped, before a pause. */
const perStep = 250;

/** With more than this an ID's place is where it was met first, not where it stands first: comparing costs too much. */
const mostToCompare = 2000;

export class Ledger {
  readonly all = new Set<Found>();
  /** Grows whenever something was added or dropped. */
  version = 0;
  /** By text node and offset in it: a node may hold a hundred thousand. */
  #byNode = new Map<Node, Map<number, Found>>();
  #byId = new Map<TicketId, Set<Found>>();
  /** The first occurrence of each reported ID: in page order when it is asked for. */
  #order: Found[] = [];
  #isInOrder = true;
  #ordered = new Set<TicketId>();
  /** While all is read anew: what was not met again so far. */
  #unmet: Set<Found> | undefined;

  /** What is written, in whole or in part, in this text node. */
  at(node: Node): Found[] {
    return [...(this.#byNode.get(node)?.values() ?? [])];
  }

  /** False where nothing is written in this text node, for all that was seen. */
  held(node: Node): boolean {
    return this.#byNode.has(node);
  }

  /** The distinct IDs, at most `MOST_IDS`: those given first, then the others in page order. */
  ids(first: readonly TicketId[] = []): TicketId[] {
    this.#fill();
    if (!this.#isInOrder) this.#sort();
    return [...new Set([...first, ...this.#order.map((found) => found.id)])].slice(0, MOST_IDS);
  }

  /** True where the page holds more distinct IDs than are reported. */
  get hasMore(): boolean {
    return this.#byId.size > MOST_IDS;
  }

  occurrences(id: TicketId): Found[] {
    return [...(this.#byId.get(id) ?? [])];
  }

  /** `isLast`: known to stand behind all others, as in a first scan from top to bottom. */
  add(found: Found, isLast = false): void {
    const known = this.#known(found);
    if (known !== undefined) {
      if (isSame(known, found)) return void this.#unmet?.delete(known);
      this.drop(known);
    }
    this.version++;
    this.all.add(found);
    for (const { node, from } of found.parts) {
      const places = this.#byNode.get(node) ?? new Map<number, Found>();
      if (places.size === 0) this.#byNode.set(node, places);
      places.set(from, found);
    }
    const others = this.#byId.get(found.id) ?? new Set<Found>();
    if (others.size === 0) this.#byId.set(found.id, others);
    others.add(found);
    if (!isLast) this.#bringForward(found);
    if (!this.#ordered.has(found.id) && this.#order.length < MOST_IDS) this.#enlist(found, isLast);
  }

  drop(found: Found): void {
    if (!this.all.delete(found)) return;
    this.version++;
    for (const { node, from } of found.parts) {
      const places = this.#byNode.get(node);
      if (places?.get(from) === found) places.delete(from);
      if (places?.size === 0) this.#byNode.delete(node);
    }
    const others = this.#byId.get(found.id);
    others?.delete(found);
    if (others?.size === 0) this.#byId.delete(found.id);
    const at = this.#ordered.has(found.id) ? this.#order.indexOf(found) : -1;
    if (at === -1) return;
    this.#order.splice(at, 1);
    this.#ordered.delete(found.id);
    const next = firstOf(others);
    if (next !== undefined) this.#enlist(next, false);
  }

  /** From here on all is read anew. Returns what stands for this reading, for its end. */
  beginAnew(): ReadonlySet<Found> {
    this.#unmet = new Set(this.all);
    return this.#unmet;
  }

  /** False where another reading began since, or this one has ended. */
  isReading(reading: ReadonlySet<Found>): boolean {
    return reading === this.#unmet;
  }

  /** All was read anew, to the end or not: what was not met again is none any more. Nothing where another reading began since. */
  *endAnew(reading: ReadonlySet<Found>, isWhole: boolean): Generator<void, void> {
    let count = 0;
    for (const found of isWhole ? reading : []) {
      if (!this.isReading(reading)) return;
      this.drop(found);
      if (++count % perStep === 0) yield;
    }
    if (this.isReading(reading)) this.#unmet = undefined;
  }

  /**
   * Drops what is no longer in this document. `reread`: where too much changed to be told one by one, each text is looked
   * at too.
   */
  *dropGone(reread = false): Generator<void, void> {
    let count = 0;
    for (const found of this.all) {
      const stands = found.parts.every(({ node }) => node.isConnected && node.ownerDocument === document);
      if (!stands || (reread && canonicalId(textOf(found.parts)) !== found.id)) this.drop(found);
      if (++count % perStep === 0) yield;
    }
  }

  /** Things of the page changed places. */
  reorder(): void {
    const isInOrder = this.#order.every((found, at) => {
      const before = this.#order[at - 1];
      return before === undefined || compareFound(before, found) <= 0;
    });
    if (isInOrder) return;
    this.#isInOrder = false;
    this.version++;
  }

  #sort(): void {
    this.#order.sort(compareFound);
    // What the page has taken out since has no place, nor then for sure the others: once more when it is dropped.
    this.#isInOrder = this.#order.every((found) => startOf(found).isConnected);
  }

  /** What begins or goes on at the place where this one begins. */
  #known(found: Found): Found | undefined {
    const [{ node, from }] = found.parts;
    return this.#byNode.get(node)?.get(from);
  }

  #enlist(found: Found, isLast: boolean): void {
    this.#order.push(found);
    this.#ordered.add(found.id);
    if (!isLast) this.#isInOrder = false;
  }

  /** An ID that now stands further up than before moves up in the list. */
  #bringForward(found: Found): void {
    if (!this.#ordered.has(found.id) || this.all.size > mostToCompare) return;
    const at = this.#order.findIndex((other) => other.id === found.id);
    const known = this.#order[at];
    if (known === undefined || compareFound(known, found) <= 0) return;
    this.#order[at] = found;
    this.#isInOrder = false;
  }

  /** Puts IDs that wait for a place in the list into those that others left: once, however many were dropped. */
  #fill(): void {
    if (this.#order.length >= Math.min(MOST_IDS, this.#byId.size)) return;
    for (const [id, [first]] of this.#byId) {
      if (first === undefined || this.#ordered.has(id)) continue;
      this.#enlist(first, false);
      if (this.#order.length === MOST_IDS) return;
    }
  }
}

/** The text node that an ID begins in. */
export function startOf(found: Found): Text {
  return found.parts[0].node;
}

function compareFound(a: Found, b: Found): number {
  return comparePlaces(startOf(a), startOf(b)) || a.parts[0].from - b.parts[0].from;
}

function isSame(a: Found, b: Found): boolean {
  if (a === b) return true;
  if (a.id !== b.id || a.parts.length !== b.parts.length) return false;
  return a.parts.every((part, at) => {
    const other = b.parts[at];
    return other !== undefined && part.node === other.node && part.from === other.from && part.length === other.length;
  });
}

function firstOf(founds: Set<Found> | undefined): Found | undefined {
  return founds?.values().next().value;
}
