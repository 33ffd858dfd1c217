/** A setting that is one of a few, and one that is on or off. */
import type { ComponentChildren } from 'preact';
import type { Settings } from '../../lib/tickets/settings.ts';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Select } from '../basic/Select.tsx';
import { LockNote } from './Section.tsx';
import { useSetting } from './use-setting.ts';

type Named<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

export interface ChoiceSettingProps<K extends Named<string>> {
  name: K;
  label: string;
  options: { value: Settings[K] & string; label: string }[];
  hint?: ComponentChildren;
}

export function ChoiceSetting<K extends Named<string>>({ name, label, options, hint }: ChoiceSettingProps<K>) {
  const { value, isLocked, set } = useSetting(name, label);
  const pick = (text: string) => {
    const option = options.find((each) => each.value === text);
    if (option) set(option.value);
  };
  return (
    <div class="setting">
      <Select label={label} value={value} options={options} hint={hint} disabled={isLocked} onChange={pick} />
      {isLocked && <LockNote />}
    </div>
  );
}

export interface CheckSettingProps {
  name: Named<boolean>;
  label: string;
  hint?: ComponentChildren;
}

export function CheckSetting({ name, label, hint }: CheckSettingProps) {
  const { value, isLocked, set } = useSetting(name, label);
  return (
    <div class="setting">
      <Checkbox label={label} checked={value} disabled={isLocked} onChange={set} />
      {hint && <p class="field__hint setting__check-hint">{hint}</p>}
      {isLocked && <LockNote />}
    </div>
  );
}
