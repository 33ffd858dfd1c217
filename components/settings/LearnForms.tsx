/** `Learn from examples`: two or three pasted IDs become a form. */
import { useState } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { type Learned, type LearnFault, learnForm } from '../../lib/tickets/learn-form.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { TextArea } from '../basic/TextArea.tsx';
import { riskWords } from './FormRow.tsx';

const FAULT_WORDS: Record<LearnFault, MessageKey> = {
  none: 'settingsLearnNone',
  different: 'settingsLearnDifferent',
  needsPrefix: 'settingsLearnNeedsPrefix',
  unclear: 'settingsLearnUnclear',
};

export interface LearnFormsProps {
  /** The word for a form that cannot be used; undefined for one that can. */
  findWord: (form: string) => string | undefined;
  onUse: (form: string) => void;
}

export function LearnForms({ findWord, onUse }: LearnFormsProps) {
  const [text, setText] = useState('');
  const [learned, setLearned] = useState<Learned>();
  const focus = useFocusPassed<HTMLDivElement>();
  const leadToWrong = useWrongField(focus.ref);
  const learn = () => {
    leadToWrong();
    setLearned(learnForm(text));
  };
  const error = learned && !learned.ok ? t(FAULT_WORDS[learned.fault]) : undefined;
  const use = (form: string) => {
    setText('');
    setLearned(undefined);
    onUse(form);
  };
  return (
    <div class="learn" {...focus}>
      <TextArea
        label={t('settingsLearnExamples')}
        value={text}
        placeholder={'09-13-O-TW4\n11-14-3-AS7'}
        error={error}
        onChange={(typed) => {
          setText(typed);
          setLearned(undefined);
        }}
      />
      <div class="actions">
        <Button onClick={learn}>{t('settingsLearn')}</Button>
      </div>
      {learned?.ok && (
        <Notice
          live="status"
          tone="good"
          title={<code>{learned.form}</code>}
          actions={
            findWord(learned.form) === undefined && (
              <Button look="primary" onClick={() => use(learned.form)}>
                {t('settingsLearnUse')}
              </Button>
            )
          }
        >
          {findWord(learned.form) ?? riskWords(learned.form)}
        </Notice>
      )}
    </div>
  );
}
