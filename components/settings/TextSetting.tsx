/** A setting that is typed into a field. */
import type { ComponentChildren } from 'preact';
import type { Settings } from '../../lib/tickets/settings.ts';
import { TextField, type TextFieldProps } from '../basic/TextField.tsx';
import { LockNote } from './Section.tsx';
import { type TextForm, useTypedSetting } from './use-setting.ts';

export interface TextSettingProps<K extends keyof Settings> extends TextForm<Settings[K]> {
  name: K;
  label: string;
  hint?: ComponentChildren;
  placeholder?: string;
  type?: TextFieldProps['type'];
  min?: number;
  max?: number;
}

export function TextSetting<K extends keyof Settings>({ name, label, read, write, ...rest }: TextSettingProps<K>) {
  const { text, error, isLocked, box, type, settle, enter } = useTypedSetting(name, label, { read, write });
  return (
    <div class="setting" ref={box} onFocusOut={settle}>
      <TextField
        {...rest}
        label={label}
        value={text}
        error={error}
        disabled={isLocked}
        onChange={type}
        onEnter={enter}
      />
      {isLocked && <LockNote />}
    </div>
  );
}

/** For settings that are text, without the blanks around it. */
export const PLAIN_TEXT: TextForm<string> = { read: (text) => text.trim(), write: (value) => value };
