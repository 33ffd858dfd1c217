/** Names in and out as CSV or JSON. */
import type { Names } from '../../lib/tickets/names.ts';
import { type NameLine, readNamesFile, writeNamesCsv, writeNamesJson } from '../../lib/tickets/names-file.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { useChanges } from './Changes.tsx';
import { FileButton, saveFile } from './FileButton.tsx';

export interface NamesFileProps {
  names: Names;
  onImport: (lines: NameLine[]) => void;
}

export function NamesFile({ names, onImport }: NamesFileProps) {
  const { warn } = useChanges();
  const take = (text: string) => {
    const read = readNamesFile(text);
    if (read.ok) onImport(read.lines);
    else warn(() => t(read.isGarbled ? 'settingsNamesGarbled' : 'settingsNamesBadLine', read.line));
  };
  return (
    <>
      <FileButton label={t('settingsNamesImport')} accept=".csv,.json,text/csv,application/json" onText={take} />
      <Button onClick={() => saveFile('deskside-names.csv', 'text/csv', writeNamesCsv(names))}>
        {t('settingsNamesCsv')}
      </Button>
      <Button onClick={() => saveFile('deskside-names.json', 'application/json', writeNamesJson(names))}>
        {t('settingsNamesJson')}
      </Button>
    </>
  );
}
