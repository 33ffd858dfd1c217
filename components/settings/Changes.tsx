/** Every change of the settings page: made at once, said once for a while, and taken back by `Undo`. */
import { Check, CircleAlert } from 'lucide';
import { type ComponentChildren, createContext } from 'preact';
import { type Dispatch, type StateUpdater, useContext, useMemo, useRef, useState } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { type Result, fail as refuse } from '../../lib/protocol/result.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { Strip } from '../basic/Strip.tsx';
import { type Change, changeOfNames, changeOfSettings, inTurn, type MakeNames, type MakeSettings } from './change.ts';
import { plainFailure } from './plain-failure.ts';
import { useRoomBelow } from './use-room-below.ts';
import { useSaidTime } from './use-said-time.ts';

/** Asked whenever they are drawn, for the language may be another by then. */
type Words = () => string;

/** Takes a change back. Called within a click, so the browser may be asked for a permission first of all. */
type Undo = () => Promise<Result<unknown>>;

/** Done first of all in that click, for what goes with a change; false where the browser did not allow it. */
type AlsoUndo = () => Promise<boolean>;

export interface Changes {
  /**
   * Changes settings and offers to undo it. `make` gets those that stand once it is this change's turn; `what` is the name
   * of the thing, as its label says it; `alsoUndo` is done first of all in the click on `Undo`, for what goes with the
   * change (a permission). Nothing is said where nothing changes. False where it could not be kept, which is said then.
   */
  change: (make: MakeSettings, what: Words, alsoUndo?: AlsoUndo) => Promise<boolean>;
  /** The same for names; `words` say what was done. */
  changeNames: (make: MakeNames, words: Words) => Promise<boolean>;
  /** Says that something was done, with a way back where there is one. */
  say: (words: Words, undo?: Undo) => void;
  fail: (failure: Failure) => void;
  /** Says why nothing was done. */
  warn: (words: Words) => void;
}

interface Said {
  words: Words;
  tone: 'good' | 'error';
  undo?: Undo | undefined;
}

const ChangesContext = createContext<Changes | null>(null);

export function useChanges(): Changes {
  const changes = useContext(ChangesContext);
  if (!changes) throw new Error('ChangesProvider is missing');
  return changes;
}

function makeChanges(setSaid: Dispatch<StateUpdater<Said | null>>): Changes {
  const say = (words: Words, undo?: Undo) => setSaid({ words, tone: 'good', undo });
  const warn = (words: Words) => setSaid({ words, tone: 'error' });
  const fail = (failure: Failure) => warn(() => plainFailure(failure));
  const keep = async (made: Change | undefined, words: Words, alsoUndo?: AlsoUndo) => {
    if (!made) {
      fail({ code: 'internal' });
      return false;
    }
    if (made.isNone) return true;
    // Its way back would take this one away, too.
    setSaid((said) => said && { ...said, undo: undefined });
    const answer = await made.apply();
    const undo = async () => {
      if (alsoUndo && !(await alsoUndo())) return refuse('no-permission');
      return inTurn(() => made.takeBack());
    };
    if (answer.ok) say(words, undo);
    else fail(answer.failure);
    return answer.ok;
  };
  return {
    say,
    warn,
    fail,
    change: (make, what, alsoUndo) =>
      inTurn(async () => keep(await changeOfSettings(make), () => t('settingsChanged', what()), alsoUndo)),
    changeNames: (make, words) => inTurn(async () => keep(await changeOfNames(make), words)),
  };
}

export function ChangesProvider({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState<Said | null>(null);
  // Other ones after a failure: every control is drawn again, and shows what is in force instead of what was wanted.
  const failed = said?.tone === 'error' ? said : null;
  const changes = useMemo(() => makeChanges(setSaid), [failed]);
  const goBack = useRef(() => {});
  const focus = useFocusPassed<HTMLElement>(() => {
    const button = focus.ref.current?.querySelector('button');
    if (button) button.focus();
    else goBack.current();
  });
  // Why nothing was done stays until it was read.
  useSaidTime(focus.ref, said?.tone === 'good' ? said : null, () => setSaid(null));
  useRoomBelow(focus.ref, said);
  const onFocusIn = (event: FocusEvent) => {
    focus.onFocusIn(event);
    const from = event.relatedTarget as HTMLElement | null;
    // Null where it was passed on within the strip.
    if (from && !focus.ref.current?.contains(from)) goBack.current = wayBackTo(from);
  };
  return (
    <ChangesContext.Provider value={changes}>
      {children}
      <section class="settings__said" aria-label={t('outboxJustNow')} {...focus} onFocusIn={onFocusIn}>
        {said && <SaidStrip said={said} onSaid={setSaid} />}
      </section>
    </ChangesContext.Provider>
  );
}

/** Gives the focus back to what had it; what a change took away leaves it to the heading of its section. */
function wayBackTo(element: HTMLElement): () => void {
  const heading = element.closest('.section')?.querySelector('h2');
  return () => (element.isConnected ? element : heading)?.focus();
}

/** Why a change was not taken back: of permissions only sites are asked for. */
function undoWords(failure: Failure): string {
  return failure.code === 'no-permission' ? t('pageAllowRefused') : plainFailure(failure);
}

function SaidStrip({ said, onSaid }: { said: Said; onSaid: (said: Said | null) => void }) {
  const busy = useRef(false);
  const takeBack = async (undo: Undo) => {
    if (busy.current) return;
    busy.current = true;
    const answer = await undo();
    busy.current = false;
    if (answer.ok) onSaid({ words: () => t('settingsTakenBack'), tone: 'good' });
    else onSaid({ words: () => undoWords(answer.failure), tone: 'error' });
  };
  const { undo } = said;
  return (
    <Strip
      icon={said.tone === 'good' ? Check : CircleAlert}
      tone={said.tone}
      actions={
        <>
          {undo && <Button onClick={() => void takeBack(undo)}>{t('basicUndo')}</Button>}
          <Button look="quiet" onClick={() => onSaid(null)}>
            {t('settingsDismiss')}
          </Button>
        </>
      }
    >
      <Status>{said.words()}</Status>
    </Strip>
  );
}
