/** One button of the action bar: icon over word. */
import type { IconNode } from 'lucide';
import type { Ref } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';

export interface ActionButtonProps {
  icon: IconNode;
  word: string;
  title?: string;
  /** Only for those that open a composer. */
  expanded?: boolean;
  hasDraft?: boolean;
  busy?: boolean;
  disabled?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick: () => void;
}

export function ActionButton(props: ActionButtonProps) {
  const { icon, word, title, expanded, hasDraft, busy, disabled, buttonRef, onClick } = props;
  const isIdle = busy || disabled;
  return (
    <button
      ref={buttonRef}
      type="button"
      class="action-button"
      title={hasDraft ? `${word} (${t('composerHasDraft')})` : title}
      aria-expanded={expanded}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={isIdle ? 'true' : undefined}
      onClick={(event) => {
        // Not every browser gives it to a button that is pressed, and what opens takes no letter from a field.
        event.currentTarget.focus();
        if (!isIdle) onClick();
      }}
    >
      <Icon of={icon} size={17} />
      <span class="action-button__word">{word}</span>
      {hasDraft && !expanded && <span class="action-button__draft" />}
    </button>
  );
}
