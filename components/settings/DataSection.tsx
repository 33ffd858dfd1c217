/** All data: out, in, and away. */
import { useState } from 'preact/hooks';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { type Exported, readExport, writeExport } from '../../lib/protocol/export-check.ts';
import { type Result, fail as refuse } from '../../lib/protocol/result.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/tickets/settings.ts';
import { takenBack } from '../../lib/tickets/take-back.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { AskFirst } from './AskFirst.tsx';
import { useChanges } from './Changes.tsx';
import { inTurn } from './change.ts';
import { FileButton, saveFile } from './FileButton.tsx';
import { Section } from './Section.tsx';

export function DataSection() {
  const { say, fail, warn } = useChanges();
  const exporting = useRequest('data.export');
  const importing = useRequest('data.import');
  const exportAll = async () => {
    const answer = await exporting.ask();
    if (answer.ok) saveFile('deskside-settings.json', 'application/json', answer.value.json);
    else fail(answer.failure);
  };
  const importAll = async (json: string) => {
    const read = readExport(json);
    if (!read.ok) return warn(() => importWords(read.field));
    const before = await readAll();
    const answer = await importing.ask({ json });
    if (!answer.ok) return fail(answer.failure);
    const after = await readAll();
    say(() => t('settingsImported'), before && after && (() => inTurn(() => takeBack(before, after))));
  };
  return (
    <Section id="data" title={t('settingsData')} about={t('settingsDataAbout')}>
      <div class="actions">
        <Button busy={exporting.busy} onClick={() => void exportAll()}>
          {t('settingsExport')}
        </Button>
        <FileButton
          label={t('settingsImport')}
          accept=".json,application/json"
          busy={importing.busy}
          onText={(text) => void inTurn(() => importAll(text))}
        />
      </div>
      <Erase />
    </Section>
  );
}

async function readAll(): Promise<Exported | undefined> {
  const answer = await askWorker('data.export');
  const read = answer.ok ? readExport(answer.value.json) : undefined;
  return read?.ok ? read.value : undefined;
}

/** What was changed since the import stays. */
async function takeBack(before: Exported, after: Exported): Promise<Result<void>> {
  const now = await readAll();
  if (!now) return refuse('internal');
  const back = takenBack(withDefaults(now), withDefaults(before), withDefaults(after));
  return askWorker('data.import', { json: writeExport({ ...back, settings: withoutDefaults(back.settings) }) });
}

/** Of a list that a file leaves out what stood there by default is known, too. */
function withDefaults(all: Exported): Exported {
  return { ...all, settings: { ...DEFAULT_SETTINGS, ...all.settings } };
}

/** Only what is the agent's own: a better default is to reach all others. */
function withoutDefaults(settings: Partial<Settings>): Partial<Settings> {
  const isOwn = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[name as keyof Settings]);
  return Object.fromEntries(Object.entries(settings).filter(isOwn));
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
    <AskFirst
      title={t('settingsEraseAsk')}
      yes={t('settingsEraseYes')}
      busy={busy}
      onYes={erase}
      onNo={() => setAsking(false)}
    >
      {t('settingsEraseAbout')}
    </AskFirst>
  );
}
