/** All filters of the list call. */
import { useRef, useState } from 'preact/hooks';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { knownCodes } from '../../lib/tickets/codes.ts';
import type { NameKind } from '../../lib/tickets/names.ts';
import { type FilterProblems, readTyped, type TypedFilter, typedOf } from '../../lib/tickets/typed-filter.ts';
import { ANY_VIEW, type ViewFilter } from '../../lib/tickets/views.ts';
import { codeWord } from '../../lib/words/code-word.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import { withHalfFilled } from '../basic/half-filled.ts';
import { Select } from '../basic/Select.tsx';
import { TextField } from '../basic/TextField.tsx';
import { FILTER_WORDS } from './FilterBar.tsx';

export interface FilterFormProps {
  id: string;
  filter: ViewFilter;
  onFilter: (filter: ViewFilter) => void;
}

export function FilterForm({ id, filter, onFilter }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { names, optionsOf } = useNames();
  const words = { me: t('viewMe'), none: t('rowUnassigned') };
  const [typed, setTyped] = useState<TypedFilter>(() => typedOf(filter, names, words));
  const [problems, setProblems] = useState<FilterProblems>({});
  const leadToWrong = useWrongField(form);
  const change = (field: keyof TypedFilter) => (value: string) => {
    setProblems({});
    setTyped((now) => ({ ...now, [field]: value }));
  };
  const submit = () => {
    const read = withHalfFilled(readTyped(typed, names, words), form.current);
    if (read.ok) return onFilter(read.filter);
    setProblems(read.problems);
    leadToWrong();
  };
  const clear = () => {
    setProblems({});
    setTyped(typedOf(ANY_VIEW, names, words));
    // A half-filled date is '' already, and would stay.
    form.current?.reset();
  };
  const named = (field: 'queue' | 'topic' | 'group' | 'assignee', kind: NameKind) => (
    <Combobox
      label={t(FILTER_WORDS[field])}
      value={typed[field]}
      options={field === 'assignee' ? [...assignees(words), ...optionsOf(kind)] : optionsOf(kind)}
      placeholder={t('viewAny')}
      error={problemText(problems[field])}
      onChange={change(field)}
      onEnter={submit}
    />
  );
  return (
    <form
      ref={form}
      id={id}
      class="filter__form"
      aria-label={t('viewFilter')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {named('queue', 'queues')}
      <Select
        label={t(FILTER_WORDS.status)}
        value={typed.status}
        options={statusOptions()}
        onChange={change('status')}
      />
      {named('assignee', 'agents')}
      {named('topic', 'topics')}
      {named('group', 'groups')}
      <TextField label={t(FILTER_WORDS.search)} value={typed.search} onChange={change('search')} />
      <TextField
        label={t(FILTER_WORDS.from)}
        name="from"
        type="date"
        value={typed.from}
        error={problemText(problems.from)}
        onChange={change('from')}
      />
      <TextField
        label={t(FILTER_WORDS.to)}
        name="to"
        type="date"
        value={typed.to}
        error={problemText(problems.to)}
        onChange={change('to')}
      />
      <div class="filter__foot">
        <Button onClick={clear}>{t('viewClear')}</Button>
        <Button look="primary" type="submit">
          {t('viewShow')}
        </Button>
      </div>
    </form>
  );
}

function assignees({ me, none }: { me: string; none: string }) {
  return [
    { value: 'me', label: me },
    { value: 'none', label: none },
  ];
}

function statusOptions() {
  const codes = knownCodes('status').map((code) => ({ value: String(code), label: codeWord('status', code) }));
  return [{ value: '', label: t('viewAny') }, { value: '0', label: t('viewNotClosed') }, ...codes];
}
