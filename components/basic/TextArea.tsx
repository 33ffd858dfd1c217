/** A text of several lines that grows with what is typed. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field } from './Field.tsx';

export interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  quietLabel?: boolean;
  placeholder?: string;
  error?: string;
  areaRef?: RefObject<HTMLTextAreaElement | null>;
}

/** Only where the browser does not size the field by its content itself. */
function useGrowth(area: RefObject<HTMLTextAreaElement | null>, value: string) {
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    if (value !== '') element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
}

export function TextArea({ label, quietLabel, error, value, onChange, placeholder, areaRef }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const area = areaRef ?? own;
  useGrowth(area, value);
  return (
    <Field label={label} quietLabel={quietLabel} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          ref={area}
          class="control"
          rows={4}
          dir="auto"
          spellcheck
          value={value}
          placeholder={placeholder}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
