/** Names for the desk's numbers, and the words for one number. */
import { namesItem } from '../state/names.ts';
import type { ComboboxOption } from '../tickets/combobox-match.ts';
import { type NameKind, type Names, NO_NAMES, typedName } from '../tickets/names.ts';
import { useStored } from './use-stored.ts';

export interface NamesState {
  names: Names;
  /** The name, else the number as text, else "—". */
  nameOf: (kind: NameKind, number: number | null) => string;
  /** All of a kind for a combobox, in the order of the alphabet. */
  optionsOf: (kind: NameKind) => ComboboxOption[];
}

export function useNames(): NamesState {
  const names = useStored(namesItem) ?? NO_NAMES;
  return {
    names,
    nameOf: (kind, number) => (number === null ? '—' : (names[kind][number]?.name ?? String(number))),
    optionsOf: (kind) =>
      Object.entries(names[kind])
        .map(([value, { name }]) => ({ value, label: name, text: typedName(names, kind, Number(value)), hint: value }))
        .sort((a, b) => a.label.localeCompare(b.label)),
  };
}
