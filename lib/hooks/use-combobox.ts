/** The keys and states of a combobox (ARIA pattern "combobox with list autocomplete"). */
import { useId, useState } from 'preact/hooks';
import { type ComboboxOption, matchOptions } from '../tickets/combobox-match.ts';

export interface ComboboxInput {
  value: string;
  options: ComboboxOption[];
  onChange: (text: string) => void;
  onPick?: (option: ComboboxOption) => void;
  onEnter?: (text: string) => void;
}

export interface ComboboxState {
  open: boolean;
  shown: ComboboxOption[];
  /** Index in `shown`, -1: none. */
  active: number;
  listId: string;
  activeId: string | undefined;
  idOf: (index: number) => string;
  type: (text: string) => void;
  pick: (option: ComboboxOption) => void;
  show: () => void;
  hide: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Typed out in full there is nothing left to choose, and the list would only hide what comes next. */
function isWhole(shown: ComboboxOption[], typed: string): boolean {
  const text = typed.trim().toLocaleLowerCase();
  return shown.length === 1 && (shown[0]?.label.toLocaleLowerCase() === text || shown[0]?.value === text);
}

const textOf = ({ label, text = label }: ComboboxOption) => text;

export function useCombobox({ value, options, onChange, onPick, onEnter }: ComboboxInput): ComboboxState {
  const listId = useId();
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const [filter, setFilter] = useState('');
  const shown = wanted ? matchOptions(options, filter) : [];
  const open = shown.length > 0 && !isWhole(shown, filter);
  const idOf = (index: number) => `${listId}-${index}`;

  const hide = () => {
    setWanted(false);
    setActive(-1);
  };
  /** With a choice already in the field, all options stand open again. */
  const show = () => {
    setFilter(options.some((option) => textOf(option) === value) ? '' : value);
    setWanted(true);
  };
  const pick = (option: ComboboxOption) => {
    if (onPick) onPick(option);
    else onChange(textOf(option));
    hide();
  };
  const move = (step: number) => {
    if (!open) return show();
    const next = active + step;
    setActive(next < 0 ? shown.length - 1 : next % shown.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const chosen = open ? shown[active] : undefined;
    const step = STEPS[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Escape' && open) hide();
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else if (event.key === 'Enter' && onEnter) {
      hide();
      onEnter(value);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    open,
    shown,
    active,
    listId,
    activeId: open && active >= 0 ? idOf(active) : undefined,
    idOf,
    type(text) {
      onChange(text);
      setFilter(text);
      setActive(-1);
      setWanted(true);
    },
    pick,
    show,
    hide,
    onKeyDown,
  };
}
