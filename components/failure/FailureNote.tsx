/** A failure in words with its next step. */
import { createContext, type Ref } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useCopy } from '../../lib/hooks/use-copy.ts';
import { useOnline } from '../../lib/hooks/use-online.ts';
import type { Failure, FailureCode } from '../../lib/tickets/failure.ts';
import { failureDetails } from '../../lib/tickets/failure-words.ts';
import { failureText } from '../../lib/words/failure-text.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';

/** What passes by itself, or is nobody's fault. */
const CALM: readonly FailureCode[] = ['resting', 'not-found', 'too-many', 'timeout', 'policy'];

export interface FailureNoteProps {
  failure: Failure;
  /** Shows `Try again` where that can help. */
  onRetry?: () => void;
  retrying?: boolean;
  /** Of a read that is done again once online: whether what was read before stands beside it. */
  hasRead?: boolean;
  /** Of a list that was asked for by a filter. */
  isList?: boolean;
  actionsRef?: Ref<HTMLDivElement>;
}

/** What a surface says above all that it shows, so that no part of it says it again. */
export const SaidAbove = createContext<FailureCode | null>(null);

export function FailureNote({ failure, onRetry, retrying, hasRead, isList, actionsRef }: FailureNoteProps) {
  const online = useOnline();
  useWakeAt(failure.until);
  if (useContext(SaidAbove) === failure.code) return null;
  const words = failureText(failure, { online, hasRead, isList });
  const actions = [
    words.step === 'settings' && <SettingsButton />,
    words.step !== 'none' && onRetry && (
      <Button onClick={onRetry} busy={retrying}>
        {t('failureTryAgain')}
      </Button>
    ),
    words.canCopy && <CopyDetails failure={failure} />,
  ].filter(Boolean);
  const isOffline = failure.code === 'unreachable' && !online;
  const isCalm = words.step === 'settings' || isOffline || CALM.includes(failure.code);
  return (
    <Notice
      tone={isCalm ? 'warning' : 'error'}
      title={words.title}
      actions={actions.length > 0 && actions}
      actionsRef={actionsRef}
      live="status"
    >
      {words.body}
    </Notice>
  );
}

/** Opens the settings page. */
export function SettingsButton() {
  return (
    <Button look="primary" onClick={() => void browser.runtime.openOptionsPage()}>
      {t('failureOpenSettings')}
    </Button>
  );
}

function CopyDetails({ failure }: { failure: Failure }) {
  const { copied, copy } = useCopy();
  const details = () => failureDetails(failure, browser.runtime.getManifest().version, Date.now());
  return (
    <Button look="quiet" onClick={() => copy(details())}>
      {t(copied ? 'copied' : copied === false ? 'notCopied' : 'failureCopyDetails')}
    </Button>
  );
}

/** Draws anew when the desk's rest is over. `until` in epoch milliseconds. */
function useWakeAt(until: number | undefined): void {
  const [, wake] = useState(0);
  useEffect(() => {
    const waitMs = (until ?? 0) - Date.now();
    if (waitMs <= 0) return;
    const timer = setTimeout(() => wake(Date.now()), waitMs + 50);
    return () => clearTimeout(timer);
  }, [until]);
}
