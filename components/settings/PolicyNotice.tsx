/** Says that an organisation set things here, when its changes arrive, and what of it cannot be used. */
import { Building2 } from 'lucide';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import { ACTION_KINDS, type ActionKind } from '../../lib/tickets/actions.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { Notice } from '../basic/Notice.tsx';

const ACTION_WORDS: Record<ActionKind, MessageKey> = {
  reply: 'settingsActionReply',
  note: 'settingsActionNote',
  assign: 'settingsActionAssign',
  move: 'settingsActionMove',
  tag: 'settingsActionTag',
  close: 'settingsActionClose',
};

export function PolicyNotice() {
  const stored = useStored(settingsItem);
  if (!stored?.managed) return null;
  const { allowedActions, allowBulk } = stored.values;
  const forbidden = ACTION_KINDS.filter((kind) => !allowedActions.includes(kind));
  return (
    <div class="policy">
      <p class="policy__title">
        <Icon of={Building2} />
        {t('settingsManaged')}
      </p>
      <p>{t(import.meta.env.FIREFOX ? 'settingsManagedFirefox' : 'settingsManagedLive')}</p>
      {forbidden.length > 0 && (
        <p>{t('settingsForbidden', forbidden.map((kind) => t(ACTION_WORDS[kind])).join(', '))}</p>
      )}
      {!allowBulk && <p>{t('settingsNoBulk')}</p>}
      {stored.unusable.length > 0 && (
        <Notice tone="warning" title={t('settingsUnusable')}>
          {stored.unusable.join(', ')}
        </Notice>
      )}
    </div>
  );
}
