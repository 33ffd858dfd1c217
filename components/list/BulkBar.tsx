/** How many tickets are checked, and what can be done to all of them. */
import { CircleCheck, type IconNode, X } from 'lucide';
import type { Ref } from 'preact';
import { type BulkKind, MOST_AT_ONCE } from '../../lib/tickets/bulk.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { Status } from '../basic/Status.tsx';
import { COMPOSER_LOOKS } from '../composer/composer-looks.ts';

export interface BulkBarProps {
  count: number;
  kinds: readonly BulkKind[];
  /** Of each button, so that it gets the focus back. */
  refOf: (kind: BulkKind) => Ref<HTMLButtonElement> | undefined;
  onOpen: (kind: BulkKind) => void;
  onClear: () => void;
}

const iconOf = (kind: BulkKind): IconNode => (kind === 'close' ? CircleCheck : COMPOSER_LOOKS[kind].icon);
const wordOf = (kind: BulkKind): string => t(kind === 'close' ? 'composerClose' : COMPOSER_LOOKS[kind].word);

export function BulkBar({ count, kinds, refOf, onOpen, onClear }: BulkBarProps) {
  const isTooMany = count > MOST_AT_ONCE;
  return (
    <div class="bulk" role="toolbar" aria-label={t('bulkActions')}>
      <div class="bulk__top">
        <Status class="bulk__count">
          {tn('bulkSelected', count)}
          {isTooMany && <span class="bulk__limit"> {t('bulkTooMany', numberText(MOST_AT_ONCE))}</span>}
        </Status>
        <IconButton icon={X} label={t('bulkClear')} onClick={onClear} />
      </div>
      <div class="bulk__actions">
        {kinds.map((kind) => (
          <Button
            key={kind}
            icon={iconOf(kind)}
            buttonRef={refOf(kind)}
            disabled={isTooMany}
            onClick={() => onOpen(kind)}
          >
            {wordOf(kind)}
          </Button>
        ))}
      </div>
    </div>
  );
}
