/** One setting as a control shows it: its value, whether the organisation set it, and how it is changed. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { findProblem } from '../../lib/protocol/settings-checks.ts';
import type { Settings } from '../../lib/tickets/settings.ts';
import { t } from '../../lib/words/words.ts';
import { useChanges } from './Changes.tsx';

/** How long a person pauses before what is typed counts, in milliseconds. */
const PAUSE_MS = 700;

export interface SettingControl<K extends keyof Settings> {
  value: Settings[K];
  isLocked: boolean;
  /** False where it could not be kept, which is said then. */
  set: (value: Settings[K]) => Promise<boolean>;
  /** As `set`, made from the value that stands once it is this change's turn: for lists, of which it changes a part. */
  update: (make: (now: Settings[K]) => Settings[K]) => Promise<boolean>;
}

export function useSetting<K extends keyof Settings>(name: K, label: string): SettingControl<K> {
  const { settings, locked } = useSettings();
  const { change } = useChanges();
  const latest = useRef(label);
  latest.current = label;
  const update: SettingControl<K>['update'] = (make) =>
    change(
      (now) => ({ [name]: make(now[name]) }),
      () => latest.current,
    );
  return { value: settings[name], isLocked: locked.includes(name), set: (value) => update(() => value), update };
}

/** Between a value and the text a person types for it; what `read` gives for a text that is no value at all is refused by the check of the setting. */
export interface TextForm<T> {
  read: (text: string) => T;
  write: (value: T) => string;
}

export interface TypedSetting {
  text: string;
  error: string | undefined;
  isLocked: boolean;
  type: (text: string) => void;
  /** Takes what is typed now: on leaving the field. */
  settle: () => void;
  /** The same on Enter, which is told why where it cannot. */
  enter: () => void;
  /** What the field stands in. */
  box: RefObject<HTMLDivElement | null>;
}

/** A setting that is typed: checked with each letter, in force after a pause; senseless input stays in the field with a word. */
export function useTypedSetting<K extends keyof Settings>(
  name: K,
  label: string,
  { read, write }: TextForm<Settings[K]>,
): TypedSetting {
  const { value, isLocked, set } = useSetting(name, label);
  const [held, setTyped] = useState<string | null>(null);
  const typed = isLocked ? null : held;
  const box = useRef<HTMLDivElement>(null);
  const leadToWrong = useWrongField(box);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Typed, and not sent yet. */
  const waiting = useRef<string | null>(null);
  const problem = typed === null ? undefined : findProblem(name, read(typed));
  const endPause = () => {
    clearTimeout(pause.current);
    waiting.current = null;
  };
  const apply = async (text: string) => {
    endPause();
    return findProblem(name, read(text)) === undefined && set(read(text));
  };
  const settle = async () => {
    if (typed === null) return;
    // What was typed stands until it is in force, and gives way to nothing that was typed since.
    if (await apply(typed)) setTyped((now) => (now === typed ? null : now));
  };
  useEffect(() => endPause, []);
  useEffect(() => {
    // Nothing may be awaited any more, so neither its turn nor what stands there.
    const send = () => {
      const text = waiting.current;
      if (text === null || findProblem(name, read(text)) !== undefined) return;
      void askWorker('settings.change', { changes: { [name]: read(text) } });
    };
    window.addEventListener('pagehide', send);
    return () => window.removeEventListener('pagehide', send);
  }, []);
  return {
    box,
    text: typed ?? write(value),
    error: problem && t(problem.word),
    isLocked,
    type(text) {
      setTyped(text);
      endPause();
      waiting.current = text;
      pause.current = setTimeout(() => void apply(text), PAUSE_MS);
    },
    settle: () => void settle(),
    enter() {
      leadToWrong();
      void settle();
    },
  };
}
