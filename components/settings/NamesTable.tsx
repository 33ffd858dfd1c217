/** The names of one kind: number, name, where it came from. */
import { Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useUnsaved } from '../../lib/hooks/use-unsaved.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { MOST_CHARS } from '../../lib/protocol/names-check.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { Name, NameSource } from '../../lib/tickets/names.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { TextField } from '../basic/TextField.tsx';

type NamesOfKind = Record<string, Name>;

export interface NamesTableProps {
  title: string;
  names: NamesOfKind;
  /** What is peculiar to this kind. */
  about?: string | undefined;
  /** Told how the names that stand by then are changed. */
  onChange: (make: (now: NamesOfKind) => NamesOfKind) => Promise<boolean>;
}

const SOURCE_WORDS: Record<NameSource, MessageKey> = {
  agent: 'settingsFromAgent',
  desk: 'settingsFromDesk',
  log: 'settingsFromLog',
};

export function NamesTable({ title, names, about, onChange }: NamesTableProps) {
  const [isOpen, setOpen] = useState(false);
  const focus = useFocusPassed<HTMLDivElement>();
  const numbers = Object.keys(names);
  const put = (number: string, name: string) => onChange((now) => ({ ...now, [number]: { name, from: 'agent' } }));
  const remove = (number: string) => onChange(({ [number]: _gone, ...rest }) => rest);
  return (
    <details class="names" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="names__title">
        {title} <span class="names__count">{numbers.length}</span>
      </summary>
      {isOpen && (
        <div class="names__body" {...focus}>
          {about && <p class="section__about">{about}</p>}
          {numbers.length > 0 && (
            <ul class="rows">
              {numbers.map((number) => (
                <NameRow
                  key={number}
                  number={number}
                  name={names[number]}
                  onChange={(name) => put(number, name)}
                  onRemove={() => void remove(number)}
                />
              ))}
            </ul>
          )}
          <AddName title={title} onAdd={put} />
        </div>
      )}
    </details>
  );
}

function wordFor(name: string): string | undefined {
  if (name.trim() === '') return t('settingsProblemEmpty');
  return name.trim().length > MOST_CHARS ? t('settingsProblemTooLong') : undefined;
}

interface NameRowProps {
  number: string;
  name: Name | undefined;
  /** False where it was not kept. */
  onChange: (name: string) => Promise<boolean>;
  onRemove: () => void;
}

function NameRow({ number, name, onChange, onRemove }: NameRowProps) {
  const [typed, setTyped] = useState<string>();
  const row = useRef<HTMLLIElement>(null);
  const leadToWrong = useWrongField(row);
  const text = typed ?? name?.name ?? '';
  useUnsaved(typed !== undefined);
  const error = wordFor(text);
  const settle = async () => {
    if (typed === undefined || error) return;
    if (typed.trim() !== name?.name && !(await onChange(typed.trim()))) return;
    setTyped((now) => (now === typed ? undefined : now));
  };
  return (
    <li class="name-row" ref={row} onFocusOut={() => void settle()}>
      <span class="name-row__number">{number}</span>
      <TextField
        label={t('settingsNameOf', number)}
        quietLabel
        value={text}
        error={error}
        hint={name && t(SOURCE_WORDS[name.from])}
        onChange={setTyped}
        onEnter={() => {
          leadToWrong();
          void settle();
        }}
      />
      <IconButton icon={Trash2} label={t('basicRemove', text || number)} onClick={onRemove} />
    </li>
  );
}

interface AddNameProps {
  title: string;
  /** False where it was not kept. */
  onAdd: (number: string, name: string) => Promise<boolean>;
}

function AddName({ title, onAdd }: AddNameProps) {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const leadToWrong = useWrongField(box);
  const isNumber = /^\d{1,9}$/.test(number.trim());
  useUnsaved(number !== '' || name !== '');
  const add = async () => {
    leadToWrong();
    if (!isNumber || wordFor(name)) return setTried(true);
    if (!(await onAdd(String(Number(number)), name.trim()))) return;
    // What was typed since stays.
    setNumber((now) => (now === number ? '' : now));
    setName((now) => (now === name ? '' : now));
    setTried(false);
  };
  return (
    <div class="add-name" ref={box}>
      <TextField
        label={t('settingsAddNumber', title)}
        type="number"
        value={number}
        error={isTried && !isNumber ? t('settingsProblemNumber') : undefined}
        onChange={setNumber}
        onEnter={() => void add()}
      />
      <TextField
        label={t('settingsAddName', title)}
        value={name}
        error={isTried ? wordFor(name) : undefined}
        onChange={setName}
        onEnter={() => void add()}
      />
      <Button label={t('settingsAddTo', title)} onClick={({ detail }) => detail < 2 && void add()}>
        {t('settingsAdd')}
      </Button>
    </div>
  );
}
