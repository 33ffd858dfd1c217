/** A tag that is to go; a click puts it back. */
import { Undo2 } from 'lucide';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';

export function GoneTag({ tag, onPutBack }: { tag: string; onPutBack: () => void }) {
  return (
    <button type="button" class="composer__put-back" title={t('composerPutBack', tag)} onClick={onPutBack}>
      <Chip tone="removed" icon={Undo2}>
        {tag}
      </Chip>
    </button>
  );
}
