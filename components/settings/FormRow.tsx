/** One ID form: what is wrong with it, or how likely it is to hit ordinary text. */
import { Trash2 } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useUnsaved } from '../../lib/hooks/use-unsaved.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { findFormProblem } from '../../lib/protocol/settings-checks.ts';
import { findFormRisk } from '../../lib/tickets/form-risk.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { t } from '../../lib/words/words.ts';
import { IconButton } from '../basic/IconButton.tsx';
import { TextField } from '../basic/TextField.tsx';

export interface FormRowProps {
  form: string;
  name: string;
  disabled: boolean;
  isNew?: boolean;
  /** The word for a form that can be read, but not be put here. */
  findWord: (form: string) => string | undefined;
  /** Only with a form that can be read and be put here. `before`: the row's last one, empty for a new row. False where it was not kept. */
  onChange: (before: string, form: string) => Promise<boolean>;
  /** `last`: the row's form by now, which leaving the field for the bin may have sent; empty for a new row without one. */
  onRemove: ((last: string) => void) | undefined;
}

const RISK_WORDS: Record<ReturnType<typeof findFormRisk>['level'], MessageKey> = {
  rare: 'settingsRiskRare',
  some: 'settingsRiskSome',
  often: 'settingsRiskOften',
};

/** How likely a form is to hit ordinary text, in words. */
export function riskWords(form: string): string {
  const { level, examples } = findFormRisk(form);
  return t(RISK_WORDS[level], examples.join(', '));
}

export function FormRow({ form, name, disabled, isNew, findWord, onChange, onRemove }: FormRowProps) {
  const [typed, setTyped] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const row = useRef<HTMLLIElement>(null);
  const leadToWrong = useWrongField(row);
  useLayoutEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  /** The row's form as far as it knows: given to it, or sent and on its way. */
  const last = useRef(form);
  useLayoutEffect(() => {
    // Its own comes back; letters that were typed since stay.
    if (form === last.current) return;
    last.current = form;
    setTyped(undefined);
  }, [form]);
  const text = typed ?? form;
  useUnsaved(text.trim() !== form);
  const word = typed === undefined ? undefined : findFormProblem(typed);
  const problem = word ? t(word) : findWord(text);
  const settle = async () => {
    const [before, wanted] = [last.current, typed?.trim()];
    if (wanted === undefined || problem !== undefined || wanted === before) return;
    last.current = wanted;
    if (await onChange(before, wanted)) setTyped((now) => (now === typed ? undefined : now));
    else if (last.current === wanted) last.current = before;
  };
  return (
    <li class="form-row" ref={row} onFocusOut={() => void settle()}>
      <TextField
        label={name}
        value={text}
        placeholder="{MM}-{DD}-{X}-{XXX}"
        error={problem}
        hint={text === '' || problem ? undefined : riskWords(text)}
        disabled={disabled}
        inputRef={field}
        onChange={setTyped}
        onEnter={() => {
          leadToWrong();
          void settle();
        }}
      />
      {onRemove && !disabled && (
        <IconButton
          icon={Trash2}
          label={t('settingsFormRemove', text || name)}
          onClick={() => onRemove(last.current)}
        />
      )}
    </li>
  );
}
