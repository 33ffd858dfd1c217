/** Which options of a combobox fit what is typed, best first. */

export interface ComboboxOption {
  /** Stands for the option, such as a number of the desk. */
  value: string;
  label: string;
  /** What picking it puts into the field, where that is not the label. */
  text?: string;
  /** A second, softer word. */
  hint?: string;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** So many are listed at most. */
const MOST = 50;

/** Accents and case do not matter; a start of the label comes before a start of a word, that before any place. */
export function matchOptions(options: ComboboxOption[], typed: string): ComboboxOption[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return options.slice(0, MOST);
  return options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ option }) => option);
}

function rankOf(option: ComboboxOption, wanted: string): number {
  const label = plain(option.label);
  if (label.startsWith(wanted) || option.value === wanted) return 0;
  if (label.includes(` ${wanted}`)) return 1;
  if (label.includes(wanted)) return 2;
  return option.value.startsWith(wanted) || plain(option.hint ?? '').includes(wanted) ? 3 : 9;
}
