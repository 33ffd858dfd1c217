/** The keys of a list of tickets: one stop for Tab, arrows between the rows, Space, Shift, Ctrl+A and Esc for what is checked. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TicketId } from '../tickets/ticket-id.ts';
import { isLetterKey } from './letter-key.ts';
import type { SelectionState } from './use-selection.ts';

export interface RowFocusInput {
  list: RefObject<HTMLElement | null>;
  ids: TicketId[];
  /** Absent where nothing can be checked. */
  selection: SelectionState | undefined;
  /** Scrolls a row into view, drawn or not. */
  show: (index: number) => void;
}

export interface RowFocus {
  /** The row that Tab stops at. */
  at: number;
  onKeyDown: (event: KeyboardEvent) => void;
  onKeyUp: (event: KeyboardEvent) => void;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: (event: FocusEvent) => void;
}

/** How long a row may be gone that takes the focus again, in milliseconds. */
const MOMENT_MS = 1000;

const PAGE = 10;

/** Where a key leads from row `at` of `count`; undefined for other keys. */
function goal(key: string, at: number, count: number): number | undefined {
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = goals[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

const PARTS = { check: '.check__box', open: '.row__open' };
type Part = keyof typeof PARTS;

export function useRowFocus({ list, ids, selection, show }: RowFocusInput): RowFocus {
  const [active, setActive] = useState<TicketId | null>(null);
  const wanted = useRef<{ id: TicketId; part: Part } | null>(null);
  /** What had the focus; it stays while its row is taken out, as pages that are drawn anew do for a moment. */
  const held = useRef<{ id: TicketId; part: Part; element: Element; goneAt?: number } | null>(null);
  const found = active === null ? -1 : ids.indexOf(active);
  const at = Math.max(found, 0);
  useLayoutEffect(() => {
    if (wanted.current && focusRow(list.current, wanted.current)) wanted.current = null;
    const gone = held.current?.element.isConnected === false ? held.current : null;
    if (gone === null) return;
    gone.goneAt ??= performance.now();
    const isOver = performance.now() - gone.goneAt > MOMENT_MS || document.activeElement !== document.body;
    if (isOver) held.current = null;
    else focusRow(list.current, gone);
  });

  const move = (from: number, to: number, part: Part, isRange: boolean) => {
    const [before, id] = [ids[from], ids[to]];
    if (id === undefined) return;
    if (isRange && before !== undefined) selection?.rangeTo(id, before);
    show(to);
    wanted.current = { id, part };
    if (focusRow(list.current, wanted.current)) wanted.current = null;
    setActive(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const id = idOf(event.target);
    if (id === undefined) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const part = partOf(event.target as Element);
    const from = ids.indexOf(id);
    const to = isCommand || event.altKey ? undefined : goal(event.key, from, ids.length);
    if (to !== undefined) move(from, to, part, event.shiftKey);
    else if (!selection) return;
    else if (event.key === ' ' && part === 'open' && !isCommand) selection.toggle(id);
    else if (isCommand && isLetterKey(event, 'a')) selection.all();
    else if (event.key === 'Escape' && selection.selected.length > 0) selection.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    at,
    onKeyDown,
    // Firefox clicks a button when Space is let go.
    onKeyUp: (event) => {
      if (event.key === ' ' && selection && (event.target as Element).matches(PARTS.open)) event.preventDefault();
    },
    onFocusIn: ({ target }) => {
      const id = idOf(target);
      if (id === undefined) return;
      const element = target as Element;
      held.current = { id, part: partOf(element), element };
      setActive(id);
    },
    // Some browsers say this of what is taken out, too: only a moment later it is known to have gone.
    onFocusOut: ({ target }) =>
      queueMicrotask(() => {
        if ((target as Element).isConnected && held.current?.element === target) held.current = null;
      }),
  };
}

function partOf(target: Element): Part {
  return target.matches(PARTS.check) ? 'check' : 'open';
}

function idOf(target: EventTarget | null): TicketId | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
  return row?.dataset.id as TicketId | undefined;
}

/** False while the row is not drawn yet. */
function focusRow(list: HTMLElement | null, { id, part }: { id: TicketId; part: Part }): boolean {
  const row = list?.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const target = row?.querySelector<HTMLElement>(PARTS[part]);
  target?.focus({ preventScroll: true });
  return target !== null && target !== undefined;
}
