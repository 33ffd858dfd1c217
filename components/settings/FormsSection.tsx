/** The forms of ticket IDs: the list, learning from examples, and a field to try them on. */
import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { findProblem, MOST } from '../../lib/protocol/settings-checks.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { FormRow } from './FormRow.tsx';
import { LearnForms } from './LearnForms.tsx';
import { Group, LockNote, Section } from './Section.tsx';
import { TryForms } from './TryForms.tsx';
import { useSetting } from './use-setting.ts';

/** The word for a list of forms that is too long. */
function wordForAll(forms: string[]): string | undefined {
  const problem = findProblem('forms', forms);
  return problem && t(problem.word);
}

export function FormsSection() {
  const { value: forms, isLocked, set } = useSetting('forms', t('settingsForms'));
  const [isAdding, setAdding] = useState(false);
  const put = (at: number, form: string) => {
    setAdding(false);
    set(forms.with(at, form));
  };
  const add = (form: string) => {
    setAdding(false);
    set([...forms, form]);
  };
  const findTwin = (form: string, at = -1) =>
    forms.some((other, index) => index !== at && other === form.trim()) ? t('settingsFormTwice') : undefined;
  return (
    <Section id="forms" title={t('settingsForms')} about={t('settingsFormsAbout')}>
      <ul class="rows">
        {forms.map((form, at) => (
          <FormRow
            key={`${at} ${form}`}
            form={form}
            name={t('settingsFormNumber', at + 1)}
            disabled={isLocked}
            findWord={(text) => findTwin(text, at)}
            onChange={(text) => put(at, text)}
            onRemove={forms.length > 1 ? () => set(forms.toSpliced(at, 1)) : undefined}
          />
        ))}
        {isAdding && (
          <FormRow
            form=""
            name={t('settingsFormNumber', forms.length + 1)}
            disabled={false}
            isNew
            findWord={findTwin}
            onChange={add}
            onRemove={() => setAdding(false)}
          />
        )}
      </ul>
      {isLocked && <LockNote />}
      {!isLocked && (
        <div class="actions">
          <Button icon={Plus} disabled={isAdding || forms.length >= MOST.forms} onClick={() => setAdding(true)}>
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
