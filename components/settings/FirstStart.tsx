/** First start: connection, where to look, and then the first ticket. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { connectionItem } from '../../lib/state/connection.ts';
import { hostOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Notice } from '../basic/Notice.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { StartReady } from './StartReady.tsx';
import { StartWhere } from './StartWhere.tsx';

type Step = 'connect' | 'where' | 'ready';

export function FirstStart() {
  const connection = useStored(connectionItem);
  const [step, setStep] = useState<Step>();
  const isConnected = connection?.hasKey === true && !connection.refused;
  // What was done before a reload is not asked for again.
  useEffect(() => {
    if (connection !== undefined) setStep((now) => now ?? (isConnected ? 'where' : 'connect'));
  }, [connection]);
  return (
    <main class="start">
      <header class="settings__head">
        <img class="settings__logo" src="/icon/48.png" alt="" width={40} height={40} />
        <div>
          <h1 class="settings__title">{t('startTitle')}</h1>
          <p class="section__about">{t('startAbout')}</p>
        </div>
      </header>
      <ol class="start__steps">
        <StepMark
          number={1}
          title={t('startStepConnect')}
          isNow={step === 'connect'}
          isDone={step === 'where' || step === 'ready'}
        />
        <StepMark number={2} title={t('startStepWhere')} isNow={step === 'where'} isDone={step === 'ready'} />
      </ol>
      {step === 'connect' && (
        <StartCard title={t('startStepConnect')}>
          <ConnectForm autoFocus onConnected={() => setStep('where')} onConnectedElsewhere={() => setStep('where')} />
        </StartCard>
      )}
      {step === 'where' && (
        <StartCard title={t('startStepWhere')}>
          {connection && (
            <Notice tone="good" live="status" title={t('settingsConnectedTo', hostOf(connection.origin))} />
          )}
          <StartWhere onDone={() => setStep('ready')} />
        </StartCard>
      )}
      {step === 'ready' && (
        <StartCard title={t('startReady')}>
          <StartReady />
        </StartCard>
      )}
      <p class="start__foot">
        <a href="#connection">{t('startToSettings')}</a>
      </p>
    </main>
  );
}

interface StepMarkProps {
  number: number;
  title: string;
  isNow: boolean;
  isDone: boolean;
}

function StepMark({ number, title, isNow, isDone }: StepMarkProps) {
  const look = isNow ? 'now' : isDone ? 'done' : 'next';
  return (
    <li class={`start__step start__step--${look}`} aria-current={isNow ? 'step' : undefined}>
      <span class="start__number">{isDone ? '✓' : number}</span>
      {title}
    </li>
  );
}

/** Each step says itself by its heading, which takes the focus. */
function StartCard({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section class="section" aria-label={title}>
      <h2 class="section__title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <div class="section__body">{children}</div>
    </section>
  );
}
