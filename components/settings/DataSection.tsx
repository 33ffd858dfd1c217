/** All data: out, in, and away. */
import { useState } from 'preact/hooks';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { readExport } from '../../lib/protocol/export-check.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { takeFocus } from '../basic/take-focus.ts';
import { useChanges } from './Changes.tsx';
import { FileButton, saveFile } from './FileButton.tsx';
import { Section } from './Section.tsx';

export function DataSection() {
  const { say, fail, warn } = useChanges();
  const exportAll = async () => {
    const answer = await askWorker('data.export');
    if (answer.ok) saveFile('deskside-settings.json', 'application/json', answer.value.json);
    else fail(answer.failure);
  };
  const importAll = async (json: string) => {
    const read = readExport(json);
    if (!read.ok) return warn(() => importWords(read.field));
    const before = await askWorker('data.export');
    const answer = await askWorker('data.import', { json });
    if (!answer.ok) return fail(answer.failure);
    say(
      () => t('settingsImported'),
      before.ok ? () => askWorker('data.import', { json: before.value.json }) : undefined,
    );
  };
  return (
    <Section id="data" title={t('settingsData')} about={t('settingsDataAbout')}>
      <div class="actions">
        <Button onClick={() => void exportAll()}>{t('settingsExport')}</Button>
        <FileButton
          label={t('settingsImport')}
          accept=".json,application/json"
          onText={(text) => void importAll(text)}
        />
      </div>
      <Erase />
    </Section>
  );
}

/** `field`: empty where the file is no export as a whole. */
function importWords(field: string): string {
  return field === '' ? t('settingsImportUnreadable') : t('settingsImportBad', field);
}

function Erase() {
  const [isAsking, setAsking] = useState(false);
  const refOf = useFocusBack(isAsking ? 'erase' : null);
  const { ask, busy } = useRequest('data.erase');
  const { say, fail } = useChanges();
  const erase = async () => {
    const answer = await ask();
    setAsking(false);
    if (answer.ok) say(() => t('settingsErased'));
    else fail(answer.failure);
  };
  if (!isAsking)
    return (
      <div class="actions">
        <Button look="danger" buttonRef={refOf('erase')} onClick={() => setAsking(true)}>
          {t('settingsErase')}
        </Button>
      </div>
    );
  return (
    <Notice
      tone="warning"
      live="alert"
      title={t('settingsEraseAsk')}
      actions={
        <>
          <Button buttonRef={takeFocus} onClick={() => setAsking(false)}>
            {t('settingsCancel')}
          </Button>
          <Button look="danger" busy={busy} onClick={() => void erase()}>
            {t('settingsEraseYes')}
          </Button>
        </>
      }
    >
      {t('settingsEraseAbout')}
    </Notice>
  );
}
