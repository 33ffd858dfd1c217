/** The agent's canned replies: add, change, remove. */
import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { MOST } from '../../lib/protocol/settings-checks.ts';
import type { CannedReply } from '../../lib/tickets/settings.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { CannedEditor } from './CannedEditor.tsx';
import { LockNote } from './Section.tsx';
import { useSetting } from './use-setting.ts';

export function CannedReplies() {
  const { value: replies, isLocked, set } = useSetting('cannedReplies', t('settingsCanned'));
  const [editing, setEditing] = useState<CannedReply>();
  const save = (reply: CannedReply) => {
    const isKnown = replies.some(({ id }) => id === reply.id);
    set(isKnown ? replies.map((each) => (each.id === reply.id ? reply : each)) : [...replies, reply]);
    setEditing(undefined);
  };
  const remove = (id: string) => set(replies.filter((reply) => reply.id !== id));
  if (editing) return <CannedEditor reply={editing} onSave={save} onCancel={() => setEditing(undefined)} />;
  return (
    <>
      {replies.length === 0 && <p class="section__about">{t('settingsCannedNone')}</p>}
      <ul class="rows">
        {replies.map((reply) => (
          <li class="canned" key={reply.id}>
            <div class="canned__words">
              <strong>{reply.title}</strong>
              <span class="canned__text">{reply.text}</span>
            </div>
            {!isLocked && (
              <div class="canned__actions">
                <Button look="quiet" title={reply.title} onClick={() => setEditing(reply)}>
                  {t('settingsEdit')}
                </Button>
                <Button look="quiet" title={reply.title} onClick={() => remove(reply.id)}>
                  {t('settingsRemove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {isLocked ? (
        <LockNote />
      ) : (
        <div class="actions">
          <Button
            icon={Plus}
            disabled={replies.length >= MOST.cannedReplies}
            onClick={() => setEditing({ id: crypto.randomUUID(), title: '', text: '' })}
          >
            {t('settingsCannedAdd')}
          </Button>
        </div>
      )}
    </>
  );
}
