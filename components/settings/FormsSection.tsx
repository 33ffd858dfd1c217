/** The forms of ticket IDs: the list, learning from examples, and a field to try them on. */
import { Plus } from 'lucide';
import { useRef } from 'preact/hooks';
import { findProblem, MOST } from '../../lib/protocol/settings-checks.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { FormRow } from './FormRow.tsx';
import { LearnForms } from './LearnForms.tsx';
import { Group, LockNote, Section } from './Section.tsx';
import { TryForms } from './TryForms.tsx';
import { useFormRows } from './use-form-rows.ts';
import { useSetting } from './use-setting.ts';

/** The word for a list of forms that is too long. */
function wordForAll(forms: string[]): string | undefined {
  const problem = findProblem('forms', forms);
  return problem && t(problem.word);
}

export function FormsSection() {
  const { value: forms, isLocked, update } = useSetting('forms', t('settingsForms'));
  const { rows, isAdding, beginAdding, endAdding } = useFormRows(forms, isLocked);
  const list = useRef<HTMLUListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const add = (form: string) => update((now) => (now.includes(form) ? now : [...now, form]));
  const put = (before: string, form: string) =>
    update((now) => {
      if (now.includes(form)) return now;
      const at = now.indexOf(before);
      return at < 0 ? [...now, form] : now.with(at, form);
    });
  const takeOff = (form: string) => update((now) => now.filter((each) => each !== form));
  const focusBefore = (at: number) => {
    const fieldAt = (index: number) => list.current?.children[index]?.querySelector('input');
    // With as many forms as can be, none can be added yet: the field that comes up into the place of the first then.
    const place = fieldAt(at - 1) ?? (adder.current?.disabled ? fieldAt(1) : adder.current);
    place?.focus();
  };
  const findTwin = (form: string, at = -1) =>
    forms.some((other, index) => index !== at && other === form.trim()) ? t('settingsFormTwice') : undefined;
  return (
    <Section id="forms" title={t('settingsForms')} about={t('settingsFormsAbout')}>
      <ul class="rows" ref={list}>
        {rows.map(({ key, form, known }, at) => {
          const isNew = at === forms.length;
          return (
            <FormRow
              key={key}
              form={form}
              name={t('settingsFormNumber', at + 1)}
              disabled={isLocked}
              isNew={isNew}
              findWord={(text) => findTwin(text, at)}
              onChange={(before, text) => {
                known.add(text);
                return before === '' ? add(text) : put(before, text);
              }}
              onRemove={
                isNew || forms.length > 1
                  ? (last) => {
                      if (isNew) endAdding();
                      if (last !== '') void takeOff(last);
                      focusBefore(at);
                    }
                  : undefined
              }
            />
          );
        })}
      </ul>
      {isLocked && <LockNote />}
      {!isLocked && (
        <div class="actions">
          <Button icon={Plus} buttonRef={adder} disabled={isAdding || forms.length >= MOST.forms} onClick={beginAdding}>
            {t('settingsFormAdd')}
          </Button>
        </div>
      )}
      {!isLocked && (
        <Group title={t('settingsLearn')} about={t('settingsLearnAbout')}>
          <LearnForms findWord={(form) => findTwin(form) ?? wordForAll([...forms, form])} onUse={add} />
        </Group>
      )}
      <Group title={t('settingsTry')} about={t('settingsTryAbout')}>
        <TryForms forms={forms} />
      </Group>
    </Section>
  );
}
