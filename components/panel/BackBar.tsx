/** Back to where a ticket was opened from. */
import { ArrowLeft } from 'lucide';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';

export function BackBar({ onBack }: { onBack: () => void }) {
  return (
    <div class="page-bar">
      <Button look="quiet" icon={ArrowLeft} onClick={onBack}>
        {t('panelBack')}
      </Button>
    </div>
  );
}
