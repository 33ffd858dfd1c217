/** The rows of the ID forms: what is typed in one stays in it, whatever is put or taken off beside it. */
import { useRef, useState } from 'preact/hooks';

export interface FormRowState {
  key: string;
  /** Empty for a new row. */
  form: string;
  /** All that it was given or sent: one of these that comes into the list is its own. */
  known: Set<string>;
}

export interface FormRows {
  /** In the order of the forms, a new one at the end. */
  rows: FormRowState[];
  isAdding: boolean;
  beginAdding: () => void;
  endAdding: () => void;
}

/** `isLocked`: none can be added. */
export function useFormRows(forms: string[], isLocked: boolean): FormRows {
  const rows = useRef<FormRowState[]>([]);
  const [, drawAgain] = useState(0);
  rows.current = followForms(isLocked ? rows.current.filter((row) => !isNew(row)) : rows.current, forms);
  const put = (next: FormRowState[]) => {
    rows.current = next;
    drawAgain((count) => count + 1);
  };
  return {
    rows: rows.current,
    isAdding: rows.current.some(isNew),
    beginAdding: () => put([...rows.current, rowOf('')]),
    endAdding: () => put(rows.current.filter((row) => !isNew(row))),
  };
}

/** Each form in the row that has it, else in one whose own form is gone and that sent it, else in one of its own. */
export function followForms(before: FormRowState[], forms: string[]): FormRowState[] {
  const free = before.filter(({ form }) => !forms.includes(form));
  const freeRow = (form: string) => {
    const at = free.findIndex(({ known }) => known.has(form));
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const rows = forms.map((form) => {
    const row = before.find((each) => each.form === form) ?? freeRow(form);
    return row ? { ...row, form } : rowOf(form);
  });
  return [...rows, ...free.filter(isNew)];
}

const rowOf = (form: string): FormRowState => ({ key: crypto.randomUUID(), form, known: new Set([form]) });
const isNew = ({ form }: FormRowState) => form === '';
