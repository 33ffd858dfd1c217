/** One canned reply being written. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useUnsaved } from '../../lib/hooks/use-unsaved.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { MOST } from '../../lib/protocol/settings-checks.ts';
import type { CannedReply } from '../../lib/tickets/settings.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { TextArea } from '../basic/TextArea.tsx';
import { TextField } from '../basic/TextField.tsx';

export interface CannedEditorProps {
  reply: CannedReply;
  onSave: (reply: CannedReply) => void;
  onCancel: () => void;
}

function wordFor(text: string, most: number): string | undefined {
  if (text.trim() === '') return t('settingsProblemEmpty');
  return text.length > most ? t('settingsProblemTooLong') : undefined;
}

export function CannedEditor({ reply, onSave, onCancel }: CannedEditorProps) {
  const [title, setTitle] = useState(reply.title);
  const [text, setText] = useState(reply.text);
  const [isTried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const leadToWrong = useWrongField(editor);
  useLayoutEffect(() => first.current?.focus(), []);
  useUnsaved(title !== reply.title || text !== reply.text);
  const titleWord = wordFor(title, 100);
  const textWord = wordFor(text, MOST.cannedText);
  const save = () => {
    leadToWrong();
    if (titleWord || textWord) setTried(true);
    else onSave({ ...reply, title: title.trim(), text });
  };
  return (
    <div class="canned-editor" ref={editor}>
      <TextField
        label={t('settingsCannedTitle')}
        value={title}
        error={isTried ? titleWord : undefined}
        inputRef={first}
        onChange={setTitle}
      />
      <TextArea
        label={t('settingsCannedText')}
        value={text}
        error={isTried ? textWord : undefined}
        onChange={setText}
      />
      <div class="actions">
        <Button look="primary" onClick={save}>
          {t('settingsSave')}
        </Button>
        <Button onClick={onCancel}>{t('basicCancel')}</Button>
      </div>
    </div>
  );
}
