/** Address and key of the desk, tried before they are saved. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { requestSites } from '../../lib/hooks/site-permissions.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import { askWorker } from '../../lib/protocol/ask.ts';
import { connectionItem } from '../../lib/state/connection.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import { findDeskOrigin } from '../../lib/tickets/desk-address.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { patternOf } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { TextField } from '../basic/TextField.tsx';
import { plainFailure } from './plain-failure.ts';
import { LockNote } from './Section.tsx';

export interface ConnectFormProps {
  autoFocus?: boolean;
  onConnected: (origin: string) => void;
  /** It was connected on another surface while this stood open with nothing typed in it. */
  onConnectedElsewhere?: () => void;
}

/** As keys: the language may be another while they stand. */
interface Errors {
  address?: MessageKey;
  key?: MessageKey;
}

export function ConnectForm({ autoFocus, onConnected, onConnectedElsewhere }: ConnectFormProps) {
  const connection = useStored(connectionItem);
  const lockedAddress = useStored(settingsItem)?.lockedAddress ?? null;
  const [typed, setTyped] = useState<string>();
  const [key, setKey] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [refused, setRefused] = useState<Failure | null>(null);
  const { ask, busy } = useRequest('connection.connect');
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useWrongField(form);
  useLayoutEffect(() => {
    if (autoFocus) first.current?.focus();
  }, [autoFocus]);
  /** Undefined until it is known. */
  const isConnected = connection === undefined ? undefined : connection?.hasKey === true && !connection.refused;
  const wasConnected = useRef(isConnected);
  useEffect(() => {
    const isNews = isConnected && wasConnected.current === false;
    wasConnected.current = isConnected;
    if (isNews && !typed && key === '') onConnectedElsewhere?.();
  }, [isConnected]);
  const address = lockedAddress ?? typed ?? connection?.origin ?? '';

  const connect = async () => {
    const origin = findDeskOrigin(address);
    const found = findErrors(origin, key);
    setErrors(found);
    leadToWrong();
    setRefused(null);
    if (origin === null || found.key) return;
    // First of all, within the click: the browser asks only then.
    const isAllowed = await requestSites([patternOf(origin) ?? '']);
    if (!isAllowed) return setRefused({ code: 'no-permission' });
    const answer = await ask({ address, key });
    const wrongKey = answer.ok ? undefined : keyWord(answer.failure);
    if (wrongKey) {
      leadToWrong();
      return setErrors({ key: wrongKey });
    }
    if (!answer.ok) return setRefused(answer.failure);
    setKey('');
    setTyped(undefined);
    void askWorker('names.readFromDesk');
    onConnected(answer.value.origin);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void connect();
  };
  return (
    <form class="connect" ref={form} noValidate onSubmit={submit}>
      <div class="setting">
        <TextField
          label={t('settingsDeskAddress')}
          value={address}
          placeholder="acme.sympoq.com"
          hint={lockedAddress === null ? t('settingsDeskAddressHint') : undefined}
          error={errors.address && t(errors.address)}
          disabled={lockedAddress !== null}
          inputRef={first}
          onChange={(text) => {
            setTyped(text);
            setErrors({});
          }}
        />
        {lockedAddress !== null && <LockNote />}
      </div>
      <TextField
        label={t('settingsApiKey')}
        type="password"
        value={key}
        hint={t('settingsApiKeyHint')}
        error={errors.key && t(errors.key)}
        onChange={(text) => {
          setKey(text);
          setErrors({});
        }}
      />
      {refused && (
        <Notice tone="error" live="alert" title={t('settingsNotConnected')}>
          {refusalWords(refused)}
        </Notice>
      )}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('settingsConnect')}
        </Button>
      </div>
    </form>
  );
}

/** The word for the key that was typed, where it is what is wrong. */
function keyWord({ code, field }: Failure): MessageKey | undefined {
  if (code === 'key-refused') return 'settingsKeyNotTaken';
  return field === 'key' ? 'settingsProblemKey' : undefined;
}

function refusalWords(refused: Failure): string {
  return refused.code === 'no-permission' ? t('settingsDeskRefused') : plainFailure(refused);
}

function findErrors(origin: string | null, key: string): Errors {
  return {
    ...(origin === null && { address: 'settingsProblemAddress' }),
    ...(key.trim() === '' && { key: 'settingsProblemKeyEmpty' }),
  };
}
