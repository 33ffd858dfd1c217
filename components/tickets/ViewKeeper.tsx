/** Saves what is listed as a view; renames and deletes one. */
import { BookmarkPlus, Pencil, Save, Trash2 } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { speak } from '../../lib/hooks/speak.ts';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import type { ViewsState } from '../../lib/hooks/use-views.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { isSameName } from '../../lib/tickets/names.ts';
import type { Sort } from '../../lib/tickets/sort-tickets.ts';
import { isSameFilter, isStartView, MOST_VIEWS, type SavedView, type ViewFilter } from '../../lib/tickets/views.ts';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { TextField } from '../basic/TextField.tsx';
import { takeFocus } from '../basic/take-focus.ts';
import { viewName } from './view-name.ts';

export interface ViewKeeperProps {
  state: ViewsState;
  /** The view that is shown; null for a filter of no view. */
  view: SavedView | null;
  filter: ViewFilter;
  sort: Sort;
  onKept: (view: SavedView) => void;
  onDeleted: () => void;
}

type Doing = 'name' | 'rename' | 'delete';

export function ViewKeeper({ state, view, filter, sort, onKept, onDeleted }: ViewKeeperProps) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const refOf = useFocusBack(doing);
  // `Save as a view` and `Save changes` go once they are done.
  const focus = useFocusPassed<HTMLDivElement>();
  const { views, change } = state;
  const isOwn = view !== null && !isStartView(view);
  const isSameOrder = view?.sort.by === sort.by && view.sort.isDown === sort.isDown;
  const isChanged = view !== null && !(isSameFilter(view.filter, filter) && isSameOrder);
  useEffect(() => setDoing(null), [view?.id]);

  const keep = (kept: SavedView) => {
    setDoing(null);
    const putIn = (now: readonly SavedView[]) => {
      const isKnown = now.some(({ id }) => id === kept.id);
      return isKnown ? now.map((other) => (other.id === kept.id ? kept : other)) : [...now, kept];
    };
    void change(putIn).then((isKept) => isKept && speak(t('viewSaved', kept.name)));
  };
  const put = (kept: SavedView) => {
    keep(kept);
    onKept(kept);
  };
  if (doing === 'name' || doing === 'rename') {
    const base: SavedView =
      doing === 'rename' && view ? view : { id: crypto.randomUUID(), name: '', filter, sort, pinned: false };
    const taken = views.filter(({ id }) => id !== base.id).map(viewName);
    return (
      <NameForm
        label={t(doing === 'rename' ? 'viewRename' : 'viewSave')}
        name={base.name}
        taken={taken}
        onCancel={() => setDoing(null)}
        // Another name leaves what is listed as it is: its filter and order may have been changed since.
        onName={(name) => (doing === 'rename' ? keep : put)({ ...base, name })}
      />
    );
  }
  if (doing === 'delete' && view) {
    const remove = () => {
      setDoing(null);
      void change((now) => now.filter(({ id }) => id !== view.id));
      onDeleted();
    };
    return (
      <fieldset class="keeper" aria-label={t('viewDelete')}>
        <p class="keeper__ask">{t('viewDeleteAsk', viewName(view))}</p>
        <Button buttonRef={takeFocus} onClick={() => setDoing(null)}>
          {t('basicCancel')}
        </Button>
        <Button look="danger" onClick={remove}>
          {t('viewDelete')}
        </Button>
      </fieldset>
    );
  }
  const isFull = views.length >= MOST_VIEWS;
  return (
    <div class="keeper" {...focus}>
      {(view === null || isChanged) && (
        <Button
          look="quiet"
          icon={BookmarkPlus}
          buttonRef={refOf('name')}
          disabled={isFull}
          title={isFull ? t('viewMost', numberText(MOST_VIEWS)) : undefined}
          onClick={() => setDoing('name')}
        >
          {t('viewSave')}
        </Button>
      )}
      {isOwn && isChanged && (
        <Button look="quiet" icon={Save} onClick={() => put({ ...view, filter, sort })}>
          {t('viewSaveChanges')}
        </Button>
      )}
      {isOwn && (
        <>
          <Button
            look="quiet"
            icon={Pencil}
            title={view.name}
            buttonRef={refOf('rename')}
            onClick={() => setDoing('rename')}
          >
            {t('viewRename')}
          </Button>
          <Button
            look="quiet"
            icon={Trash2}
            title={view.name}
            buttonRef={refOf('delete')}
            onClick={() => setDoing('delete')}
          >
            {t('viewDelete')}
          </Button>
        </>
      )}
    </div>
  );
}

interface NameFormProps {
  label: string;
  name: string;
  /** Names of other views: two of one name could not be told apart. */
  taken: readonly string[];
  onName: (name: string) => void;
  onCancel: () => void;
}

function NameForm({ label, name, taken, onName, onCancel }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useWrongField(form);
  useLayoutEffect(() => field.current?.select(), []);
  return (
    <form
      ref={form}
      class="keeper"
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = typed.trim().slice(0, 100);
        if (wanted === '') setProblem('viewNeedsName');
        else if (taken.some((other) => isSameName(other, wanted))) setProblem('viewNameTaken');
        else return onName(wanted);
        leadToWrong();
      }}
    >
      <div class="keeper__name">
        <TextField
          label={t('viewName')}
          value={typed}
          inputRef={field}
          error={problem ? t(problem) : undefined}
          onChange={(text) => {
            setProblem(null);
            setTyped(text);
          }}
        />
      </div>
      <Button onClick={onCancel}>{t('basicCancel')}</Button>
      <Button look="primary" type="submit">
        {t('viewSaveName')}
      </Button>
    </form>
  );
}
