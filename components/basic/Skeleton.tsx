/** The shape of what is about to come, only where nothing is stored yet. */
import { t } from '../../lib/words/words.ts';
import './skeleton.css';

const WIDTHS = ['60%', '92%', '84%', '46%', '88%', '70%'];

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="sr-only">{t('basicLoading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton__line" style={{ inlineSize: WIDTHS[line % WIDTHS.length] }} />
      ))}
    </div>
  );
}
