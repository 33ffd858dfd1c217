/** The open list of a combobox. */
import { useEffect, useRef } from 'preact/hooks';
import type { ComboboxState } from '../../lib/hooks/use-combobox.ts';

export function ComboboxList({ label, combobox }: { label: string; combobox: ComboboxState }) {
  const list = useRef<HTMLDivElement>(null);
  const { active } = combobox;
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} class="combobox__list" id={combobox.listId} role="listbox" aria-label={label}>
      {combobox.shown.map((option, index) => (
        // The input keeps the focus and answers the keys; the pointer must not take it away.
        <div
          key={option.value}
          id={combobox.idOf(index)}
          class="combobox__option"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            combobox.pick(option);
          }}
        >
          <span class="combobox__label">{option.label}</span>
          {option.hint && <span class="combobox__hint">{option.hint}</span>}
        </div>
      ))}
    </div>
  );
}
