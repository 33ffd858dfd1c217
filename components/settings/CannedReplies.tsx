/** The agent's canned replies: add, change, remove. */
import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { MOST } from '../../lib/protocol/settings-checks.ts';
import type { CannedReply } from '../../lib/tickets/settings.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { CannedEditor } from './CannedEditor.tsx';
import { LockNote } from './Section.tsx';
import { useSetting } from './use-setting.ts';

export function CannedReplies() {
  const { value: replies, isLocked, update } = useSetting('cannedReplies', t('composerCanned'));
  const [editing, setEditing] = useState<CannedReply>();
  // The editor stands in the list's place, and leads back to the button that opened it.
  const refOf = useFocusBack(editing ? openerOf(editing, replies) : null);
  const focus = useFocusPassed<HTMLDivElement>();
  const save = async (reply: CannedReply) => {
    const isKept = await update((now) =>
      now.some(({ id }) => id === reply.id)
        ? now.map((each) => (each.id === reply.id ? reply : each))
        : [...now, reply],
    );
    if (isKept) setEditing(undefined);
  };
  const remove = (id: string) => void update((now) => now.filter((reply) => reply.id !== id));
  if (editing)
    return <CannedEditor reply={editing} onSave={(reply) => void save(reply)} onCancel={() => setEditing(undefined)} />;
  return (
    <div class="canned-replies" {...focus}>
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
                <Button
                  look="quiet"
                  label={t('settingsEditNamed', reply.title)}
                  buttonRef={refOf(reply.id)}
                  onClick={() => setEditing(reply)}
                >
                  {t('settingsEdit')}
                </Button>
                <Button look="quiet" label={t('basicRemove', reply.title)} onClick={() => remove(reply.id)}>
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
            buttonRef={refOf('add')}
            disabled={replies.length >= MOST.cannedReplies}
            onClick={() => setEditing({ id: crypto.randomUUID(), title: '', text: '' })}
          >
            {t('settingsCannedAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The button that opens the editor of a reply: the one that adds, or the reply's own. */
function openerOf({ id }: CannedReply, replies: readonly CannedReply[]): string {
  return replies.some((reply) => reply.id === id) ? id : 'add';
}
