/** The desk: connected or not, with which key, and who "me" is. */
import { useState } from 'preact/hooks';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { type Connection, connectionItem } from '../../lib/state/connection.ts';
import { hostOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { AskFirst } from './AskFirst.tsx';
import { useChanges } from './Changes.tsx';
import { CheckSetting } from './ChoiceSetting.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { Group, Section } from './Section.tsx';
import { PLAIN_TEXT, TextSetting } from './TextSetting.tsx';

export function ConnectionSection() {
  const connection = useStored(connectionItem);
  const { say } = useChanges();
  // A key that was forgotten takes its buttons along: the next one begins with the form.
  const focus = useFocusPassed<HTMLDivElement>(() =>
    focus.ref.current?.querySelector<HTMLElement>('input:enabled')?.focus(),
  );
  return (
    <Section id="connection" title={t('settingsConnection')} about={t('settingsConnectionAbout')}>
      <div class="section__body" {...focus}>
        {connection && <Status connection={connection} />}
        <ConnectForm onConnected={(origin) => say(() => t('settingsConnectedTo', hostOf(origin)))} />
      </div>
      <CheckSetting name="askKeyEachStart" label={t('settingsAskKey')} hint={t('settingsAskKeyHint')} />
      <Group title={t('settingsMe')} about={t('settingsMeAbout')}>
        <div class="columns">
          <TextSetting
            name="agentNumber"
            label={t('settingsMyNumber')}
            read={(text) => (text.trim() === '' ? null : Number(text))}
            write={(value) => (value === null ? '' : String(value))}
          />
          <TextSetting name="agentName" label={t('settingsMyName')} hint={t('settingsMyNameHint')} {...PLAIN_TEXT} />
        </div>
      </Group>
    </Section>
  );
}

function Status({ connection }: { connection: Connection }) {
  const { origin, hasKey, refused, forgetsAtExit } = connection;
  const { ask, busy } = useRequest('connection.forget');
  const { say, fail } = useChanges();
  const forget = async () => {
    const answer = await ask();
    if (answer.ok) say(() => t('settingsForgotten'));
    else fail(answer.failure);
  };
  const [isAsking, setAsking] = useState(false);
  const refOf = useFocusBack(isAsking ? 'forget' : null);
  // A key is never shown again, so forgetting it cannot be undone.
  if (isAsking)
    return (
      <AskFirst
        title={t('settingsForgetAsk', hostOf(origin))}
        yes={t('settingsForgetYes')}
        busy={busy}
        onYes={forget}
        onNo={() => setAsking(false)}
      >
        {t('settingsForgetAbout')}
      </AskFirst>
    );
  const isGood = hasKey && !refused;
  const words = refused ? 'settingsKeyRefused' : hasKey ? 'settingsConnectedTo' : 'settingsKeyWanted';
  return (
    <>
      <Notice
        tone={isGood ? 'good' : 'warning'}
        title={t(words, hostOf(origin))}
        actions={
          <Button buttonRef={refOf('forget')} onClick={() => setAsking(true)}>
            {t('settingsForgetKey')}
          </Button>
        }
      />
      {forgetsAtExit && <Notice title={t('settingsForgetsAtExit')}>{t('settingsForgetsAtExitAbout')}</Notice>}
    </>
  );
}
