/** A setting that is typed into a field. */
import type { Settings } from '../../lib/tickets/settings.ts';
import { TextField, type TextFieldProps } from '../basic/TextField.tsx';
import { LockNote } from './Section.tsx';
import { type TextForm, type TypedSetting, useTypedSetting } from './use-setting.ts';

type FieldLook = Pick<TextFieldProps, 'label' | 'hint' | 'placeholder' | 'type' | 'min' | 'max'>;

export interface TextSettingProps<K extends keyof Settings> extends FieldLook, TextForm<Settings[K]> {
  name: K;
}

export function TextSetting<K extends keyof Settings>({ name, read, write, ...look }: TextSettingProps<K>) {
  return <TypedField {...look} field={useTypedSetting(name, look.label, { read, write })} />;
}

/** For a setting whose text stands elsewhere, too. */
export function TypedField({ field, ...look }: FieldLook & { field: TypedSetting }) {
  const { text, error, isLocked, box, type, settle, enter } = field;
  return (
    <div class="setting" ref={box} onFocusOut={settle}>
      <TextField {...look} value={text} error={error} disabled={isLocked} onChange={type} onEnter={enter} />
      {isLocked && <LockNote />}
    </div>
  );
}

/** For settings that are text, without the blanks around it. */
export const PLAIN_TEXT: TextForm<string> = { read: (text) => text.trim(), write: (value) => value };
