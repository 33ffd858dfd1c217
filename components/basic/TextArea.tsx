/** A text of several lines that grows with what is typed. */
import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field } from './Field.tsx';

export interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  quietLabel?: boolean;
  placeholder?: string;
  hint?: ComponentChildren;
  error?: string;
  aside?: ComponentChildren;
  areaRef?: Ref<HTMLTextAreaElement>;
}

/** Only where the browser does not size the field by its content itself. */
function useGrowth(value: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    if (value !== '') element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  return area;
}

export function TextArea({ label, quietLabel, hint, error, aside, value, onChange, ...rest }: TextAreaProps) {
  const area = useGrowth(value);
  return (
    <Field label={label} quietLabel={quietLabel} hint={hint} error={error} aside={aside}>
      {(ids) => (
        <textarea
          {...ids}
          ref={(element) => {
            area.current = element;
            if (typeof rest.areaRef === 'function') rest.areaRef(element);
            else if (rest.areaRef) rest.areaRef.current = element;
          }}
          class="control"
          rows={4}
          dir="auto"
          spellcheck
          value={value}
          placeholder={rest.placeholder}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
